// Pictures to look at: `node shots.mjs SITE_DIR OUT_DIR [PATTERN]`.
// One page of each kind whose name or path matches, in every view, and its printed form as A4 PDF.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eachPage, launch, withContext } from './browser.mjs';
import { pageOfEachKind } from './kinds.mjs';
import { readSite } from './site.mjs';
import { settingsOf, VIEWS } from './views.mjs';

async function main([folder, output, pattern = '']) {
  if (!folder || !output) throw new Error('usage: node shots.mjs SITE_DIR OUT_DIR [PATTERN]');
  const site = readSite(folder);
  const wanted = new RegExp(pattern, 'i');
  const pages = pageOfEachKind(site).filter(({ kind, path }) => wanted.test(kind) || wanted.test(path));
  await mkdir(output, { recursive: true });
  const browser = await launch();
  try {
    for (const view of VIEWS) await shoot(browser, site, pages, view, output);
    await print(browser, site, pages, output);
  } finally {
    await browser.close();
  }
  for (const { kind, path } of pages) console.log(`${fileName(kind)}  ${path}`);
}

function shoot(browser, site, pages, view, output) {
  return withEach(browser, settingsOf(view), site, pages, (tab, name) =>
    tab.screenshot({ path: join(output, `${name}-${view.width}-${view.scheme}.png`), fullPage: true }),
  );
}

/** As a home printer would: no background, the page's own paper size if it asks for one. */
function print(browser, site, pages, output) {
  return withEach(browser, {}, site, pages, (tab, name) =>
    tab.pdf({ path: join(output, `${name}.pdf`), format: 'A4', preferCSSPageSize: true }),
  );
}

function withEach(browser, settings, site, pages, task) {
  const names = new Map(pages.map(({ kind, path }) => [path, fileName(kind)]));
  return withContext(browser, settings, (context) =>
    eachPage(context, site.root, [...names.keys()], (tab, path) => task(tab, names.get(path))),
  );
}

function fileName(kind) {
  return kind.replace('*', 'page').replaceAll('/', '-');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
