// Without JavaScript, the same things are said: a script may help to find, never be needed to read.
import { eachPage, withContext } from './browser.mjs';
import { sampleOf } from './kinds.mjs';
import { fault, result } from './report.mjs';

export async function judgeNoscript(site, browser) {
  const paths = sampleOf(site).sort();
  const withScript = await textsOf(site, browser, paths, true);
  const without = await textsOf(site, browser, paths, false);
  return paths.map((path) => result('noscript', path, differences(withScript.get(path), without.get(path))));
}

async function textsOf(site, browser, paths, javaScriptEnabled) {
  const texts = new Map();
  await withContext(browser, { javaScriptEnabled }, (context) =>
    eachPage(context, site.root, paths, async (tab, path) => {
      texts.set(path, await tab.evaluate(visibleText));
    }),
  );
  return texts;
}

// Runs inside the page. Controls that work by script only (a filter, its count) are not content,
// and <noscript> says by nature different things.
function visibleText() {
  const main = document.querySelector('main');
  if (!main) return null;
  const aside = 'form, search, [role=search], [role=status], noscript, script, style, template';
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent.closest(aside) && parent.checkVisibility({ visibilityProperty: true })) texts.push(node.data);
  }
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

function differences(on, off) {
  if (on === null || off === null) return [fault('no-main', 'the page has no <main>')];
  if (on === off) return on === '' ? [fault('empty-main', '<main> shows no text')] : [];
  let same = 0;
  while (on[same] === off[same]) same += 1;
  const around = (text) => text.slice(Math.max(0, same - 30), same + 60);
  return [fault('noscript-content', `with script «${around(on)}», without «${around(off)}»`)];
}
