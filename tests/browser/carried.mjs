// Judges files to take along from outside: `node carried.mjs SITE_DIR`. Other programs open them (`carried.py`); then what they
// hold is read as a reader does, from a folder whose name has spaces and accents.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { axeFaults, bringAxe } from './axe.mjs';
import { eachPage, launch, withContext } from './browser.mjs';
import { judgeLinks } from './links.mjs';
import { fault, judged, printGroup, printSummary, result } from './report.mjs';
import { readSite } from './site.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PYTHON = join(HERE, '.venv', 'bin', 'python');
const MOST_OUTPUT = 1 << 28;
const SHOWN_PER_RULE = 8;
const SMALL = { width: 320, height: 640 };

/** Every group of results of a site's files; what they hold is put in a folder that goes away. */
export async function judgeCarried(folder, most = Infinity) {
  const out = await mkdtemp(join(tmpdir(), 'jalon-carried-'));
  try {
    const { stdout } = await promisify(execFile)(PYTHON, [join(HERE, 'carried.py'), folder, out], { maxBuffer: MOST_OUTPUT });
    const { faults, folders } = JSON.parse(stdout);
    const opened = Object.entries(faults).map(([path, found]) =>
      result('opened', relative(folder, path), found.map((said) => fault(...said.split(/: (.*)/s)))));
    if (opened.length === 0) opened.push(result('opened', folder, [fault('nothing-to-open')]));
    const browser = await launch();
    try {
      return [
        await judged('opened', () => opened),
        await judged('zip-links', () => folders.zips.flatMap((zip) => judgeLinks(readSite(zip)))),
        await judged('zip-read', () => judgeZip(browser, folders.zips, most)),
        await judged('books', () => judgeBooks(browser, folders.books)),
      ];
    } finally {
      await browser.close();
    }
  } finally {
    await rm(out, { recursive: true });
  }
}

/** Every page of a zip, link by link: each opens, asks nothing of the network, and all its links lead to files. */
async function judgeZip(browser, zips, most) {
  if (zips.length === 0) return [result('zip-read', '-', [fault('no-zip')])];
  // Templates are the same everywhere: the zip with the fewest pages says as much as the others, whose links are judged above.
  const [{ root, files }] = zips.map(readSite).sort((a, b) => a.files.size - b.files.size);
  const base = `${pathToFileURL(root).href}/`;
  const inside = (href) => decodeURI(href.slice(base.length).replace(/[?#].*/s, ''));
  const results = [];
  const seen = new Set();
  const read = async (tab, at, complaints) => {
    const links = await tab.$$eval('a[href]', (all) => all.map(({ href }) => href));
    const local = links.filter((href) => href.startsWith('file:'));
    const lost = local.filter((href) => !href.startsWith(base) || !files.has(inside(href)));
    results.push(result('zip-read', at, [...complaints, ...lost.map((href) => fault('lost', href))]));
    return local.filter((href) => !lost.includes(href)).map(inside);
  };
  await withContext(browser, {}, async (context) => {
    for (let wave = ['index.html']; wave.length > 0; ) {
      const next = new Set();
      wave.forEach((path) => seen.add(path));
      await eachPage(context, root, wave, async (...page) => (await read(...page)).forEach((path) => next.add(path)));
      wave = [...next].filter((path) => path.endsWith('.html') && !seen.has(path)).slice(0, most - seen.size);
    }
  });
  return results;
}

/** Every page of every book on a narrow screen: axe finds nothing, nothing overflows, the network is left alone. */
async function judgeBooks(browser, books) {
  const results = [];
  await withContext(browser, { viewport: SMALL }, async (context) => {
    for (const book of books) {
      const pages = (await readdir(book)).filter((name) => name.endsWith('.xhtml'));
      await eachPage(context, book, pages, async (tab, page, complaints) => {
        await bringAxe(tab);
        // Each page is a chapter inside a reading system, which has the landmarks.
        const found = await axeFaults(tab, ['landmark-one-main', 'region', 'target-size']);
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        const overflow = wide ? [fault('wider-than-screen')] : [];
        results.push(result('books', `${book.split('/').at(-3)}/${page}`, [...complaints, ...found, ...overflow]));
      });
    }
  });
  return results;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const groups = await judgeCarried(process.argv[2]);
  for (const group of groups) printGroup(group, SHOWN_PER_RULE);
  process.exitCode = printSummary(groups.flatMap(({ results }) => results)) ? 0 : 1;
}
