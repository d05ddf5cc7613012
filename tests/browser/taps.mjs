// How far each page is from its guide's home: a reader who is lost after three taps phones a neighbour instead.
import { isErrorPage } from './links.mjs';
import { fault, result } from './report.mjs';
import { guidesOf, isRedirect } from './site.mjs';
import { waysFrom, wayTo } from './ways.mjs';

const MOST_TAPS = 3;

export function judgeTaps(site) {
  return guidesOf(site).flatMap((guide) => {
    const ways = waysFrom(site, `${guide}index.html`);
    const pages = [...site.pages.values()].filter((page) => page.path.startsWith(guide) && !isExempt(page));
    const reached = pages.map(({ path }) => ({ path, way: wayTo(ways, path) }));
    printTaps(guide, reached);
    return reached.map(({ path, way }) => result('taps', path, tapFaults(way)));
  });
}

/** Nothing links to the error page, which the host serves, nor to a former address, which only outside links use. */
function isExempt(page) {
  return isErrorPage(page.path) || isRedirect(page);
}

function tapFaults(way) {
  if (way === null) return [fault('out-of-reach', "no way of links from the guide's home")];
  return way.length > MOST_TAPS ? [fault('too-many-taps', `${way.length} taps: ${way.join(' > ')}`)] : [];
}

function printTaps(guide, reached) {
  const counts = new Map();
  for (const { way } of reached) {
    const taps = way === null ? 'never' : way.length;
    counts.set(taps, (counts.get(taps) ?? 0) + 1);
  }
  const parts = [...counts].sort().map(([taps, count]) => `${taps}: ${count}`);
  console.log(`taps from ${guide}index.html, pages at each: ${parts.join(', ')}`);
}
