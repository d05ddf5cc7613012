// What a trembling finger can hit.
import { fault } from './report.mjs';

const LEAST_SIDE = 24;

/** Links and controls that stand alone, each as wide and high as WCAG asks. */
export async function targetFaults(tab) {
  const small = await tab.evaluate(smallTargets, LEAST_SIDE);
  return small.map(({ width, height, html }) => fault('small-target', `${width.toFixed(1)} × ${height.toFixed(1)} px: ${html}`));
}

// Runs inside the page. A link with words of its paragraph around it is in text, where line height
// rules; one that begins an item or a cell is what these are for, even when a detail follows it.
function smallTargets(least) {
  const hasWords = (text) => /[\p{L}\p{N}]/u.test(text);
  const isInText = (target) => {
    const block = target.closest('li, dd, dt, td, th, p') ?? target;
    const [before, after] = [document.createRange(), document.createRange()];
    before.setStart(block, 0);
    before.setEndBefore(target);
    after.setStartAfter(target);
    after.setEnd(block, block.childNodes.length);
    return hasWords(wordsOf(before)) || (block.matches('p') && hasWords(wordsOf(after)));
  };
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !isInText(target))
    .map((target) => ({ ...sidesOf(target), html: target.outerHTML }))
    .filter(({ width, height }) => Math.min(width, height) < least - 0.01);

  // The words of other links are not text around this one.
  function wordsOf(range) {
    const copy = range.cloneContents();
    for (const link of copy.querySelectorAll('a')) link.remove();
    return copy.textContent;
  }

  function sidesOf(target) {
    const { width, height } = target.getBoundingClientRect();
    return { width, height };
  }
}
