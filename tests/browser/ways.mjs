// The shortest ways from page to page, one link after the other, as a reader taps them.
import { linkedPages } from './links.mjs';

const isTapped = ({ element }) => element === 'a' || element === 'area';

/** Every page that links lead to from `start`, nearest first, each with the page before it. */
export function waysFrom(site, start) {
  const cameFrom = new Map([[start, null]]);
  // A map visits what is added to it while it is walked: this is the whole search.
  for (const path of cameFrom.keys()) {
    const page = site.pages.get(path);
    for (const next of page ? linkedPages(site, page, isTapped) : []) {
      if (!cameFrom.has(next)) cameFrom.set(next, path);
    }
  }
  return cameFrom;
}

/** The pages tapped after the start until `goal`, `goal` included; null when no link leads there. */
export function wayTo(ways, goal) {
  if (!ways.has(goal)) return null;
  const stops = [];
  for (let path = goal; ways.get(path) !== null; path = ways.get(path)) stops.unshift(path);
  return stops;
}
