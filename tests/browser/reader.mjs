// What a reader with a small screen, a keyboard or an unsure hand meets, on a page that is already open.
import { fault } from './report.mjs';

const LEAST_TARGET = 24;

/** Nothing stands beyond the right edge: a reader who zooms four times never scrolls sideways. */
export async function reflowFaults(tab) {
  const { width, content } = await tab.evaluate(() => ({
    width: window.innerWidth,
    content: document.documentElement.scrollWidth,
  }));
  return content > width ? [fault('horizontal-scroll', `${content} px in ${width} px: ${await widest(tab)}`)] : [];
}

/** Links that stand alone in a list can be hit by a trembling finger. */
export async function targetFaults(tab) {
  const small = await tab.evaluate(smallTargets, LEAST_TARGET);
  return small.map(({ height, html }) => fault('small-target', `${height.toFixed(1)} px: ${html}`));
}

/** The first Tab reaches a visible skip link, and following it goes where it says. */
export async function skipLinkFaults(tab) {
  await tab.keyboard.press('Tab');
  const { html, isSkipLink, visible, target } = await tab.evaluate(focusedSkipLink);
  if (!isSkipLink) return [fault('skip-link-not-first', html)];
  const faults = [];
  if (!visible) faults.push(fault('skip-link-hidden', html));
  if (!target) faults.push(fault('skip-link-target', html));
  return faults;
}

// Text that runs out of its box does not widen the box: both are looked at, the innermost is named.
function widest(tab) {
  return tab.evaluate(() => {
    const rightOf = (element) => {
      const { left, right } = element.getBoundingClientRect();
      return Math.max(right, left + element.scrollWidth);
    };
    const beyond = [...document.body.querySelectorAll('*')].filter((one) => rightOf(one) > window.innerWidth + 0.5);
    return (beyond.at(-1) ?? document.body).outerHTML.slice(0, 160);
  });
}

// Runs inside the page. A link after words of its item is in text, where line height rules;
// a link that begins its item is what the item is for, even when a detail follows it.
function smallTargets(least) {
  const wordsBefore = (item, link) => {
    const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && !link.contains(node); node = walker.nextNode()) {
      if (!node.parentElement.closest('a') && /[\p{L}\p{N}]/u.test(node.data)) return true;
    }
    return false;
  };
  return [...document.querySelectorAll('main li a[href]')]
    .filter((link) => link.checkVisibility() && !wordsBefore(link.closest('li'), link))
    .map((link) => ({ height: link.getBoundingClientRect().height, html: link.outerHTML }))
    .filter(({ height }) => height < least - 0.01);
}

// Runs inside the page. What a hit test finds is truly painted there: clipped links are not.
function focusedSkipLink() {
  const link = document.activeElement;
  const isSkipLink = link?.matches('a[href^="#"]') ?? false;
  const html = link?.outerHTML.slice(0, 160) ?? 'nothing has the focus';
  if (!isSkipLink) return { html, isSkipLink };
  const { left, top, right, bottom } = link.getBoundingClientRect();
  const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const shown = link.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return { html, isSkipLink, visible: inside && shown && link.contains(hit), target: target !== null };
}
