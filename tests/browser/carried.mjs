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
export async function judgeCarried(folder) {
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
        await judged('zip-read', () => judgeZip(browser, folders.zips)),
        await judged('books', () => judgeBooks(browser, folders.books)),
      ];
    } finally {
      await browser.close();
    }
  } finally {
    await rm(out, { recursive: true });
  }
}

/** Every page of the first zip, link by link: each opens, asks nothing of the network, and all its links lead to files. */
async function judgeZip(browser, [zip]) {
  if (zip === undefined) return [result('zip-read', '-', [fault('no-zip')])];
  const { files } = readSite(zip);
  const base = `${pathToFileURL(zip).href}/`;
  const results = [];
  const seen = new Set(['index.html']);
  await withContext(browser, {}, async (context) => {
    for (const path of seen) {
      await eachPage(context, zip, [path], async (tab, at, complaints) => {
        const addresses = await tab.$$eval('a[href]', (links) => links.map(({ href }) => href));
        const inside = addresses.filter((href) => href.startsWith('file:')).map((href) => href.replace(/[?#].*/s, ''));
        const lost = inside.filter((href) => !href.startsWith(base) || !files.has(decodeURI(href.slice(base.length))));
        const next = inside.filter((href) => href.endsWith('.html')).map((href) => decodeURI(href.slice(base.length)));
        next.filter((one) => files.has(one)).forEach((one) => seen.add(one));
        results.push(result('zip-read', at, [...complaints, ...lost.map((href) => fault('lost', href))]));
      });
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
