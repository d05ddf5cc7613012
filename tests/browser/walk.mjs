// A reader goes from the home by the menu to a record and back, clicking only,
// on a web host's sub-folder and on a USB stick whose name has a space and accents.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listen, withContext } from './browser.mjs';
import { linkedPages } from './links.mjs';
import { fault, result } from './report.mjs';
import { serve } from './server.mjs';
import { guidesOf, isRedirect } from './site.mjs';
import { waysFrom, wayTo } from './ways.mjs';

const SUB_PATH = '/a/b/guides/';
const STICK = 'clé usb é';

export async function judgeWalk(site, browser) {
  const routes = guidesOf(site).map((guide) => ({ guide, ...routeOf(site, guide) }));
  if (routes.length === 0) return [result('walk', '-', [fault('no-guide', 'no plan-du-site.html was found')])];
  const results = [];
  await onEachMedium(site, async (medium, base) => {
    for (const { guide, stops, faults } of routes) {
      const found = [...faults, ...(await walk(browser, base, stops))];
      results.push(result('walk', `${medium} ${guide}index.html`, found));
    }
  });
  return results;
}

async function onEachMedium(site, task) {
  const stick = await mkdtemp(join(tmpdir(), 'jalon-walk-'));
  const server = await serve(site, SUB_PATH);
  try {
    await cp(site.root, join(stick, STICK), { recursive: true });
    await task('file:', `${pathToFileURL(join(stick, STICK)).href}/`);
    await task('http:', server.base);
  } finally {
    await server.close();
    await rm(stick, { recursive: true });
  }
}

/** From the site's home to the guide's, along its menu, to its heaviest record, and home again. */
function routeOf(site, guide) {
  const home = `${guide}index.html`;
  const record = recordOf(site, guide);
  const menu = menuOf(site, home);
  const faults = [];
  if (menu.length === 0) faults.push(fault('no-menu', `${home} has no <nav> with links to pages`));
  if (record === undefined) faults.push(fault('no-record', `${guide}acteurs/ has no page`));
  const stops = ['index.html'];
  for (const goal of [home, ...menu, record, home]) {
    const path = goal === undefined ? [] : wayTo(waysFrom(site, stops.at(-1)), goal);
    if (path === null) faults.push(fault('no-way', `from ${stops.at(-1)} to ${goal}`));
    else stops.push(...path);
  }
  return { stops, faults };
}

function menuOf(site, home) {
  const page = site.pages.get(home);
  if (!page) return [];
  const links = linkedPages(site, page, ({ nav }) => nav === 1);
  return [...new Set(links)].filter((path) => path !== home);
}

function recordOf(site, guide) {
  return [...site.pages.values()]
    .filter((page) => page.path.startsWith(`${guide}acteurs/`) && !isRedirect(page))
    .filter(({ path }) => !path.endsWith('/index.html'))
    .sort((a, b) => b.size - a.size)[0]?.path;
}

function walk(browser, base, [start, ...stops]) {
  return withContext(browser, {}, async (context) => {
    const tab = await context.newPage();
    const faults = listen(tab);
    try {
      await tab.goto(base + start);
      for (const stop of stops) await follow(tab, base + encodeURI(stop));
    } catch (error) {
      faults.push(fault('walk-stopped', `at ${tab.url()}: ${error.message.split('\n')[0]}`));
    }
    return faults;
  });
}

/** Clicks the first link in sight that leads to the address, and waits to be there. */
async function follow(tab, url) {
  const handle = await tab.evaluateHandle(linkInSight, url);
  const link = handle.asElement();
  if (!link) throw new Error(`no visible link to ${url}`);
  await link.click();
  await tab.waitForURL((now) => now.href.replace(/[?#].*/s, '') === url);
}

// Runs inside the page. A reader opens a folded menu, so folds are opened first.
function linkInSight(url) {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const address = (link) => link.href.replace(/[?#].*/s, '');
  return [...document.links].find((link) => address(link) === url && link.checkVisibility()) ?? null;
}
