// The text that a reader sees in a page that is already open.

// Controls that work by script only (a filter, its count) are not content,
// and <noscript> says by nature different things.
const NOT_CONTENT = 'form, search, [role=search], [role=status], noscript, script, style, template';

/** What is shown inside the elements of a selector, piece by piece, `except` what is in others. */
export function shownText(tab, selector, except = NOT_CONTENT) {
  return tab.evaluate(shownPieces, { selector, except });
}

/** What paper must keep: all of `<main>` but its menus, and every phone, a lost reader's last resort. */
export async function lastingText(tab) {
  const main = await shownText(tab, 'main', `nav, ${NOT_CONTENT}`);
  const phones = await shownText(tab, 'a[href^="tel:"]', 'nav');
  return [...main, ...phones];
}

// Runs inside the page.
function shownPieces({ selector, except }) {
  const pieces = [];
  for (const root of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.data.replace(/\s+/g, ' ').trim();
      if (text && !parent.closest(except) && parent.checkVisibility({ visibilityProperty: true })) pieces.push(text);
    }
  }
  return pieces;
}
