// Pictures to look at: `node shots.mjs SITE_DIR OUT_DIR [PATTERN] [--one-guide 86-vienne]`.
// One page of each kind whose name or path matches, in every view, and its printed form as A4 PDF.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { eachPage, launch, withContext } from './browser.mjs';
import { pageOfEachKind } from './kinds.mjs';
import { guidesOf, readSite } from './site.mjs';
import { settingsOf, VIEWS, wear } from './views.mjs';

const USAGE = 'usage: node shots.mjs SITE_DIR OUT_DIR [PATTERN] [--one-guide NAME]';

/** The printed form is a file of its own, with its sheets. */
const ON_SCREEN = VIEWS.filter(({ media }) => media === 'screen');

async function main(args) {
  const options = { 'one-guide': { type: 'string' } };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [folder, output, pattern = ''] = positionals;
  if (!folder || !output) throw new Error(USAGE);
  const site = readSite(folder);
  const pages = pagesToShoot(site, values['one-guide'], new RegExp(pattern, 'i'));
  await mkdir(output, { recursive: true });
  const browser = await launch();
  try {
    for (const view of ON_SCREEN) await shoot(browser, site, pages, view, output);
    await print(browser, site, pages, output);
  } finally {
    await browser.close();
  }
  for (const { name, path } of pages) console.log(`${name}  ${path}`);
}

/** `[{name, path}]`: a name says its guide and its kind, `86-vienne-acteurs-page`. */
function pagesToShoot(site, guide, wanted) {
  const guides = guidesOf(site);
  if (guide && !guides.includes(`${guide}/`)) throw new Error(`no guide ${guide}, there is ${guides.join(' ')}`);
  return pageOfEachKind(site, guide && `${guide}/`)
    .filter(({ kind, path }) => wanted.test(kind) || wanted.test(path))
    .map(({ kind, path }) => ({ name: nameOf(kind, path), path }));
}

function nameOf(kind, path) {
  const folder = path.split('/')[0];
  return kind.replace(/^guide(?=\/)/, folder).replace('*', 'page').replaceAll('/', '-');
}

function shoot(browser, site, pages, view, output) {
  return withEach(browser, settingsOf(view), site, pages, async (tab, name) => {
    await wear(tab, view.css);
    await tab.screenshot({ path: join(output, `${name}-${fileNameOf(view)}.png`), fullPage: true });
  });
}

/** As a home printer would: no background, the page's own paper size if it asks for one. */
function print(browser, site, pages, output) {
  return withEach(browser, {}, site, pages, (tab, name) =>
    tab.pdf({ path: join(output, `${name}.pdf`), format: 'A4', preferCSSPageSize: true }),
  );
}

function withEach(browser, settings, site, pages, task) {
  const names = new Map(pages.map(({ name, path }) => [path, name]));
  return withContext(browser, settings, (context) =>
    eachPage(context, site.root, [...names.keys()], (tab, path) => task(tab, names.get(path))),
  );
}

function fileNameOf({ name }) {
  return name.replace(' %', '').replaceAll(' ', '-');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
