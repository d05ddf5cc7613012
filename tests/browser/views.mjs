// Opens the sampled pages wide and narrow, light and dark, and asks the same questions of each.
import { axeFaults, bringAxe } from './axe.mjs';
import { eachPage, withContext } from './browser.mjs';
import { sampleOf } from './kinds.mjs';
import { reflowFaults, skipLinkFaults, targetFaults } from './reader.mjs';
import { fault, result } from './report.mjs';

/** 320 px is what remains of 1280 for a reader who zooms to 400 %. */
export const VIEWS = [1280, 320].flatMap((width) =>
  ['light', 'dark'].map((scheme) => ({ width, scheme, name: `${width} ${scheme}` })),
);

/** The context settings of a view, as the browser wants them. */
export function settingsOf({ width, scheme }) {
  return { viewport: { width, height: 800 }, colorScheme: scheme };
}

/** Two check groups a page: `axe`, and `reader` for what axe does not look at. */
export async function judgeViews(site, browser) {
  const results = [];
  await withContext(browser, settingsOf(VIEWS[0]), (context) =>
    eachPage(context, site.root, sampleOf(site), async (tab, path, complaints) => {
      const { axe, reader } = await seen(tab);
      const keyboard = await typed(tab);
      results.push(result('axe', path, axe), result('reader', path, [...once(complaints), ...reader, ...keyboard]));
    }),
  );
  return results.sort((a, b) => (a.page < b.page ? -1 : 1));
}

/** All that is looked at, in one load that changes its view: axe is slow to bring. */
async function seen(tab) {
  const faults = { axe: [], reader: [] };
  await bringAxe(tab);
  for (const view of VIEWS) {
    await tab.setViewportSize(settingsOf(view).viewport);
    await tab.emulateMedia({ colorScheme: view.scheme });
    const reader = [...(await reflowFaults(tab)), ...(await targetFaults(tab))];
    faults.reader.push(...reader.map((one) => inView(one, view)));
    faults.axe.push(...(await axeFaults(tab)).map((one) => inView(one, view)));
  }
  return faults;
}

/** What the keyboard does first needs a fresh load for each width. */
async function typed(tab) {
  const faults = [];
  for (const view of VIEWS.filter(({ scheme }) => scheme === 'light')) {
    await tab.setViewportSize(settingsOf(view).viewport);
    await tab.reload();
    faults.push(...(await skipLinkFaults(tab)).map((one) => inView(one, view)));
  }
  return faults;
}

/** The page was loaded several times: what it complains of is said once. */
function once(faults) {
  return [...new Map(faults.map((one) => [`${one.rule} ${one.excerpt}`, one])).values()];
}

function inView({ rule, excerpt }, { name }) {
  return fault(rule, `[${name}] ${excerpt}`);
}
