// Looks at the sampled pages in every view, and asks the same questions of each.
import { axeFaults, bringAxe } from './axe.mjs';
import { eachPage, withContext } from './browser.mjs';
import { imageFaults } from './images.mjs';
import { forcedFaults } from './inks.mjs';
import { skipLinkFaults } from './keyboard.mjs';
import { sampleOf } from './kinds.mjs';
import { layoutFaults, reflowFaults } from './layout.mjs';
import { paperFaults } from './paper.mjs';
import { result } from './report.mjs';
import { targetFaults } from './targets.mjs';
import { lastingText } from './text.mjs';
import { byView, shower, VIEWS } from './views.mjs';

const SKIP_LINK_VIEWS = VIEWS.filter(({ name }) => name === '1280 light' || name === '320 light');

/** Forced colours are the reader's own, and axe reads those that were replaced; no finger touches paper. */
const axeExceptions = ({ forced, media }) => [
  ...(forced === 'active' ? ['color-contrast'] : []),
  ...(media === 'print' ? ['target-size'] : []),
];

/** Two check groups a page: `axe`, and `reader` for what axe does not look at. */
export async function judgeSight(site, browser) {
  const results = [];
  await withContext(browser, {}, (context) =>
    eachPage(context, site.root, sampleOf(site), async (tab, path, complaints) => {
      const images = await imageFaults(tab);
      const { axe, reader } = await seen(tab);
      // Shown inside somebody else's page, whose skip link it is under.
      const skip = /\/hors-ligne\/encarts\//.test(path) ? [] : await skipped(tab);
      const others = [...images, ...reader, ...skip];
      results.push(result('axe', path, axe), result('reader', path, [...once(complaints), ...others]));
    }),
  );
  return results.sort((a, b) => (a.page < b.page ? -1 : 1));
}

/**
 * All that is looked at, in one load that changes its view: axe is slow to bring (0.3 s), and once warm
 * so quick (0.1 s) that every view has all its rules.
 */
export async function seen(tab) {
  const [axe, reader] = [[], []];
  const onScreen = await lastingText(tab);
  await bringAxe(tab);
  const show = await shower(tab);
  for (const view of VIEWS) {
    await show(view);
    reader.push({ view, faults: await readerFaults(tab, view, onScreen) });
    axe.push({ view, faults: await axeFaults(tab, axeExceptions(view)) });
  }
  return { axe: byView(axe), reader: byView(reader) };
}

async function readerFaults(tab, { media, forced }, onScreen) {
  const faults = [...(await reflowFaults(tab)), ...(await layoutFaults(tab))];
  if (media === 'screen') faults.push(...(await targetFaults(tab)));
  if (media === 'print') faults.push(...(await paperFaults(tab, onScreen)));
  if (forced === 'active') faults.push(...(await forcedFaults(tab)));
  return faults;
}

/** What the keyboard does first needs a fresh load for each width. */
async function skipped(tab) {
  const found = [];
  const show = await shower(tab);
  for (const view of SKIP_LINK_VIEWS) {
    await show(view);
    // Following the link left its anchor in the address: the page is asked for afresh.
    await tab.goto(tab.url().replace(/#.*/s, ''));
    found.push({ view, faults: await skipLinkFaults(tab) });
  }
  return byView(found);
}

/** The page was loaded several times: what it complains of is said once. */
function once(faults) {
  return [...new Map(faults.map((one) => [`${one.rule} ${one.excerpt}`, one])).values()];
}
