// Judges a built site from outside: `node judge.mjs SITE_DIR [--all]`.
// Nothing here knows how jalon works; it sees files, as a reader's browser does.
import { launch } from './browser.mjs';
import { judgeCarry } from './carry.mjs';
import { judgeKeyboard } from './keyboard.mjs';
import { judgeLinks } from './links.mjs';
import { judgeMarkup } from './markup.mjs';
import { judgeNoscript } from './noscript.mjs';
import { judged, printGroup, printSummary } from './report.mjs';
import { judgeRequests } from './requests.mjs';
import { judgeSearch } from './search.mjs';
import { judgeSight } from './sight.mjs';
import { readSite } from './site.mjs';
import { judgeTaps } from './taps.mjs';
import { judgeVnu } from './vnu.mjs';
import { judgeWalk } from './walk.mjs';
import { judgeWeight } from './weight.mjs';

const SHOWN_PER_RULE = 8;

async function main([folder, option]) {
  if (!folder) throw new Error('usage: node judge.mjs SITE_DIR [--all]');
  const site = readSite(folder);
  if (site.pages.size === 0) throw new Error(`no page to judge in ${folder}`);
  const groups = await judgeAll(site);
  for (const group of groups) printGroup(group, option === '--all' ? Infinity : SHOWN_PER_RULE);
  return printSummary(groups.flatMap(({ results }) => results));
}

/** The validator is one Java process: it runs while the browser does. */
async function judgeAll(site) {
  const vnu = judged('vnu', () => judgeVnu(site));
  const links = await judged('links', () => judgeLinks(site));
  const taps = await judged('taps', () => judgeTaps(site));
  const weight = await judged('weight', () => judgeWeight(site));
  const markup = await judged('markup', () => judgeMarkup(site));
  const read = await inBrowser([
    ['sight', (browser) => judgeSight(site, browser)],
    ['keyboard', (browser) => judgeKeyboard(site, browser)],
    ['requests', (browser) => judgeRequests(site, browser)],
    ['walk', (browser) => judgeWalk(site, browser)],
    ['noscript', (browser) => judgeNoscript(site, browser)],
    ['search', (browser) => judgeSearch(site, browser)],
    ['carry', (browser) => judgeCarry(site, browser)],
  ]);
  return [await vnu, links, taps, weight, markup, ...read];
}

/** A browser that does not start is the failure of every judge that needs it. */
async function inBrowser(judges) {
  const starting = launch();
  const groups = [];
  for (const [group, judge] of judges) {
    groups.push(await judged(group, async () => judge(await starting)));
  }
  await starting.then((browser) => browser.close()).catch(() => {});
  return groups;
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
