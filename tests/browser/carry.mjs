// Files to take along, used as people do: copied alone onto a key, into a folder with spaces and accents, opened there.
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { axeFaults, bringAxe } from './axe.mjs';
import { fileUrl, listen, withContext } from './browser.mjs';
import { fault, result } from './report.mjs';
import { seen } from './sight.mjs';
import { isDownload } from './site.mjs';

const FOLDER = 'Clé de Zoë & Cie (n° 2)';
/** Every whole guide, and of each other kind some: they are made by the same templates. */
const SOME = 6;

export async function judgeCarry(site, browser) {
  const key = await mkdtemp(join(tmpdir(), 'jalon-cle-'));
  try {
    await mkdir(join(key, FOLDER));
    const results = [];
    for (const path of chosen([...site.pages.values()].filter(isDownload).map(({ path }) => path))) {
      const alone = join(FOLDER, basename(path));
      await copyFile(join(site.root, path), join(key, alone));
      results.push(result('carry', path, await fileFaults(browser, key, alone)));
      await rm(join(key, alone));
    }
    for (const path of chosen([...site.files].filter((one) => /\/hors-ligne\/encarts\/.*\.txt$/.test(one)))) {
      results.push(result('carry', path, await pastedFaults(browser, site.root, key, path)));
    }
    return results;
  } finally {
    await rm(key, { recursive: true });
  }
}

function chosen(paths) {
  const kindOf = (path) => dirname(path).replace(/^.*hors-ligne/, '');
  const kinds = new Map();
  for (const path of paths) kinds.set(kindOf(path), [...(kinds.get(kindOf(path)) ?? []), path]);
  const some = (all) => all.filter((_, rank) => rank % Math.ceil(all.length / SOME) === 0);
  return [...kinds].flatMap(([kind, all]) => (kind === '' ? all : some(all)));
}

/** Nothing that the rules of accessibility or a reader refuse, in any view; then used as people do. */
async function fileFaults(browser, key, path) {
  const faults = await withContext(browser, {}, async (context) => {
    const tab = await context.newPage();
    await tab.goto(fileUrl(key, path));
    const { axe, reader } = await seen(tab);
    return [...axe, ...reader];
  });
  return [...faults, ...(await withContext(browser, {}, (context) => useFaults(context, key, path)))];
}

/** Every link inside leads to something, none leads to a file beside; the search finds and goes there. */
async function useFaults(context, key, path) {
  const tab = await context.newPage();
  const faults = listen(tab);
  await tab.goto(fileUrl(key, path));
  const links = await tab.locator('a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  for (const link of new Set(links)) {
    if (/^(https?:|tel:|mailto:|sms:)/.test(link)) continue;
    const known = link.startsWith('#') && (await tab.evaluate((id) => document.getElementById(id) !== null, decodeURIComponent(link.slice(1))));
    if (!known) faults.push(fault('leads-nowhere', link));
  }
  const field = tab.locator('[role=search] input');
  return (await field.count()) === 0 ? faults : [...faults, ...(await searchFaults(tab, field))];
}

async function searchFaults(tab, field) {
  const name = await tab.locator('main li a').last().textContent();
  await field.fill(name.toUpperCase());
  const found = tab.locator('[role=search] li a');
  if ((await found.count()) === 0) return [fault('not-found', name)];
  if ((await tab.locator('[role=search] [role=status]').textContent()) === '') return [fault('not-announced', name)];
  const target = (await found.first().getAttribute('href')).slice(1);
  await found.first().press('Enter');
  const there = await tab.evaluate((id) => Math.abs(document.getElementById(id).getBoundingClientRect().top) < innerHeight, target);
  return there ? [] : [fault('not-there', target)];
}

/** A piece pasted into the page of somebody else, whose own rules and names stay as they were. */
async function pastedFaults(browser, root, key, path) {
  const code = await readFile(join(root, path), 'latin1');
  const host = `<!DOCTYPE html><html lang="fr"><head><meta charset="iso-8859-1"><title>Mairie</title></head>
<body><header><a href="#c">Aller</a></header><main id="c"><h1>Mairie</h1>\n${code}</main></body></html>`;
  const page = join(FOLDER, 'mairie.html');
  await writeFile(join(key, page), host, 'latin1');
  const odd = /<script|<style|\sclass=|\sstyle=|\son[a-z]+=|[^\x00-\x7f]/.exec(code);
  const faults = odd ? [fault('not-neutral', odd[0])] : [];
  return withContext(browser, { viewport: { width: 320, height: 640 } }, async (context) => {
    const tab = await context.newPage();
    const complaints = listen(tab);
    await tab.goto(fileUrl(key, page));
    await bringAxe(tab);
    return [...faults, ...complaints, ...(await axeFaults(tab))];
  });
}
