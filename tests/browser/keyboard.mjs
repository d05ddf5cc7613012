// A reader without a mouse: Tab from end to end of a page of each kind.
import { eachPage, withContext } from './browser.mjs';
import { focusFaults } from './inks.mjs';
import { pageOfEachKind } from './kinds.mjs';
import { fault, result } from './report.mjs';
import { byView, shower, VIEWS } from './views.mjs';

/** The stops are the same in all views: only their mark has other colours. */
const MARKED = VIEWS.filter(({ name }) => ['1280 light', '1280 dark', 'forced colours'].includes(name));

const STOPS = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';

export async function judgeKeyboard(site, browser) {
  const paths = pageOfEachKind(site).map(({ path }) => path);
  const results = [];
  await withContext(browser, {}, (context) =>
    eachPage(context, site.root, paths, async (tab, path) => {
      results.push(result('keyboard', path, [...(await walkFaults(tab)), ...(await markFaults(tab))]));
    }),
  );
  return results;
}

/** The first Tab reaches a visible skip link, and following it goes where it says. */
export async function skipLinkFaults(tab) {
  await tab.keyboard.press('Tab');
  const { html, isSkipLink, visible, target } = await tab.evaluate(focusedSkipLink);
  if (!isSkipLink) return [fault('skip-link-not-first', html)];
  const faults = [];
  if (!visible) faults.push(fault('skip-link-hidden', html));
  if (!target) return [...faults, fault('skip-link-target', html)];
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  const next = await tab.evaluate(stopBeforeTarget);
  return next === null ? faults : [...faults, fault('skip-link-skips-nothing', `the next Tab is on ${next}`)];
}

/** Forward to the end, out of the page, and one step back into it. */
async function walkFaults(tab) {
  const count = await tab.evaluate(startWalk, STOPS);
  for (let press = 0; press < count; press += 1) await tab.keyboard.press('Tab');
  const { missed, backwards } = await tab.evaluate(endWalk);
  await tab.keyboard.press('Tab');
  const stuck = await tab.evaluate(() => window.walk.last === document.activeElement);
  return [
    ...missed.map((html) => fault('never-focused', html)),
    ...backwards.map((html) => fault('focus-order', html)),
    ...(stuck ? [fault('keyboard-trap', await tab.evaluate(() => window.walk.last.outerHTML))] : []),
  ];
}

async function markFaults(tab) {
  const show = await shower(tab);
  const found = [];
  for (const view of MARKED) {
    await show(view);
    found.push({ view, faults: await focusFaults(tab, STOPS) });
  }
  return byView(found);
}

// Runs inside the page; the number of stops to come. One of a set of radio buttons stands for all.
function startWalk(selector) {
  const isStop = (one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true });
  const first = (one) => one.type !== 'radio' || document.querySelector(`[type=radio][name="${one.name}"]`) === one;
  const stops = [...document.querySelectorAll(selector)].filter((one) => isStop(one) && first(one));
  window.walk = { stops, walked: [], last: null };
  document.addEventListener('focusin', ({ target }) => window.walk.walked.push(target));
  return stops.length;
}

// Runs inside the page. A box that scrolls is a stop of its own, so more stops than counted are well.
function endWalk() {
  const { stops, walked } = window.walk;
  const htmlOf = (element) => element.outerHTML.slice(0, 160);
  window.walk.last = document.activeElement === document.body ? null : document.activeElement;
  const isBefore = (one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  return {
    missed: stops.filter((one) => !walked.includes(one)).map(htmlOf),
    backwards: walked.filter((one, at) => at > 0 && isBefore(walked[at - 1], one)).map(htmlOf),
  };
}

// Runs inside the page. What a hit test finds is truly painted there: clipped links are not.
// The room around a link may stand out of the screen by a part of a pixel.
function focusedSkipLink() {
  const link = document.activeElement;
  const isSkipLink = link?.matches('a[href^="#"]') ?? false;
  const html = link?.outerHTML.slice(0, 160) ?? 'nothing has the focus';
  if (!isSkipLink) return { html, isSkipLink };
  const { left, top, right, bottom } = link.getBoundingClientRect();
  const inside = left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1;
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const shown = link.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return { html, isSkipLink, visible: inside && shown && link.contains(hit), target: target !== null };
}

// Runs inside the page, at the Tab after the skip link.
function stopBeforeTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const stop = document.activeElement;
  const follows = target && target.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING;
  return follows ? null : stop.outerHTML.slice(0, 160);
}
