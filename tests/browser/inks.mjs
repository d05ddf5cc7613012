// What stands out from what lies behind it: words in forced colours, and the mark of the focus.
import { contrast } from './colour.mjs';
import { fault } from './report.mjs';

const LEAST_FOR_WORDS = 4.5;
const LEAST_FOR_FOCUS = 3;
const LEAST_OUTLINE = 2;

/** Where the reader has forced a few colours of his own, no word may keep one of the page's. */
export async function forcedFaults(tab) {
  await tab.evaluate(bringTools);
  const words = await tab.evaluate(inksOfWords);
  return words
    .filter(({ ink, ground }) => contrast(ink, ground) < LEAST_FOR_WORDS)
    .map(({ ink, ground, html }) => fault('forced-contrast', `${ink} on ${ground}: ${html}`));
}

/**
 * Each stop of the keyboard shows where it is. Only outlines count: forced colours take shadows
 * and backgrounds away. After a first Tab, what gets the focus shows it as for a keyboard.
 */
export async function focusFaults(tab, selector) {
  await tab.evaluate(bringTools);
  const marks = await tab.evaluate(marksOfFocus, selector);
  return marks.flatMap((mark) => {
    const rule = focusRule(mark);
    return rule ? [fault(rule, `outline ${mark.outline} on ${mark.ground}: ${mark.html}`)] : [];
  });
}

function focusRule({ outline, before, style, width, ink, ground, inSight }) {
  if (!inSight) return 'focus-out-of-sight';
  if (outline === before || style === 'none' || width < LEAST_OUTLINE) return 'focus-unmarked';
  return contrast(ink, ground) < LEAST_FOR_FOCUS ? 'focus-contrast' : null;
}

// Runs inside the page: what both questions need. The bare screen is black or white.
function bringTools() {
  const isOpaque = (colour) => !/^rgba\(.*, 0(\.\d+)?\)$/.test(colour);
  window.groundOf = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (isOpaque(colour)) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)';
  };
  window.htmlOf = (element) => element.outerHTML.slice(0, 160);
}

// Runs inside the page.
function inksOfWords() {
  const hasWords = (element) => [...element.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim());
  return [...document.body.querySelectorAll('*')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && hasWords(one))
    .map((one) => ({ ink: getComputedStyle(one).color, ground: window.groundOf(one), html: window.htmlOf(one) }));
}

// Runs inside the page. An outline is drawn around the box, on what lies behind the parent.
function marksOfFocus(selector) {
  const stops = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  return stops.map((stop) => {
    document.activeElement.blur();
    const before = getComputedStyle(stop).outline;
    stop.focus();
    const { outline, outlineStyle: style, outlineWidth, outlineColor: ink } = getComputedStyle(stop);
    const width = parseFloat(outlineWidth);
    const ground = window.groundOf(stop.parentElement);
    return { before, outline, style, width, ink, ground, inSight: isInSight(stop), html: window.htmlOf(stop) };
  });

  // One of its line boxes is painted where it says: what is off the screen or under something is not.
  function isInSight(stop) {
    return [...stop.getClientRects()].some(({ left, top, right, bottom }) => {
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit !== null && stop.contains(hit);
    });
  }
}
