// Words that a bigger letter, a wider spacing or a narrower screen cut, pile up or push out of their box.
import { fault } from './report.mjs';

export async function layoutFaults(tab) {
  const found = await tab.evaluate(lookAtWords);
  return found.map(({ rule, excerpt }) => fault(rule, excerpt));
}

/** Nothing stands beyond the right edge: a reader who zooms four times never scrolls sideways. */
export async function reflowFaults(tab) {
  const { width, content } = await tab.evaluate(() => ({
    width: window.innerWidth,
    content: document.documentElement.scrollWidth,
  }));
  return content > width ? [fault('horizontal-scroll', `${content} px in ${width} px: ${await widest(tab)}`)] : [];
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

// Runs inside the page. A line is `{node, left, right, top, bottom}`: one line box of one text.
function lookAtWords() {
  const lines = linesOf(document.body);
  return [...clipped(), ...outside(), ...piledUp()];

  function linesOf(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) found.push({ node, left, right, top, bottom });
    }
    return found;
  }

  // One pixel is the usual way to keep words for screen readers only; scroll boxes can be scrolled.
  function clipped() {
    const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
    return [...document.body.querySelectorAll('*')]
      .filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        const wide = cuts(overflowX) && one.scrollWidth > one.clientWidth + 1;
        const high = cuts(overflowY) && one.scrollHeight > one.clientHeight + 1;
        return one.clientWidth > 1 && one.textContent.trim() !== '' && (wide || high);
      })
      .map((one) => ({ rule: 'text-clipped', excerpt: one.outerHTML.slice(0, 160) }));
  }

  // A line may be higher than the space between lines: half of it must be in the box.
  function outside() {
    return lines
      .filter(({ node, left, right, top, bottom }) => {
        const box = blockOf(node).getBoundingClientRect();
        return left < box.left - 2 || right > box.right + 2 || (top + bottom) / 2 > box.bottom + 1;
      })
      .map(({ node }) => ({ rule: 'text-outside-box', excerpt: `${node.data.trim()} in ${blockOf(node).outerHTML}` }));
  }

  function blockOf(node) {
    let block = node.parentElement;
    while (/^(inline|contents)$/.test(getComputedStyle(block).display)) block = block.parentElement;
    return block;
  }

  // Neighbouring lines touch, so a fifth is taken from above and below before they are compared.
  function piledUp() {
    const inner = lines
      .map((line) => ({ ...line, top: line.top * 0.8 + line.bottom * 0.2, bottom: line.top * 0.2 + line.bottom * 0.8 }))
      .sort((a, b) => a.top - b.top);
    const found = [];
    inner.forEach((upper, at) => {
      for (let next = at + 1; next < inner.length && inner[next].top < upper.bottom - 1; next += 1) {
        const lower = inner[next];
        const apart = upper.right <= lower.left + 1 || lower.right <= upper.left + 1;
        if (!apart) found.push({ rule: 'text-overlap', excerpt: `${upper.node.data.trim()} / ${lower.node.data.trim()}` });
      }
    });
    return found;
  }
}
