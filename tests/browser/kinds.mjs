// Which pages a browser opens: opening all would take an hour, and pages of a kind share one template.
import { posix } from 'node:path';
import { guidesOf, isRedirect } from './site.mjs';

const DRAWN = 12;
const SEED = 86;

/**
 * The kind of a page: its name at the root of the site or of a guide, its folder below,
 * where `index.html` is a kind of its own. `86-vienne/acteurs/x.html` is of kind `guide/acteurs/*`.
 */
export function kindOf(path, guides) {
  const guide = guides.find((one) => one !== '' && path.startsWith(one));
  const place = guide === undefined ? path : `guide/${path.slice(guide.length)}`;
  const folder = posix.dirname(place);
  const name = posix.basename(place, '.html');
  if (folder === '.' || folder === 'guide' || name === 'index') return posix.join(folder, name);
  return posix.join(folder, '*');
}

/** The heaviest page of each kind, `[{kind, path}]`: what breaks breaks first where there is most. */
export function pageOfEachKind(site) {
  const guides = guidesOf(site);
  const heaviest = new Map();
  for (const page of site.pages.values()) {
    if (isRedirect(page)) continue;
    const kind = kindOf(page.path, guides);
    if (!(heaviest.get(kind)?.size >= page.size)) heaviest.set(kind, page);
  }
  return [...heaviest].sort().map(([kind, { path }]) => ({ kind, path }));
}

/** One page of each kind and a dozen drawn by lot, always the same ones for the same site. */
export function sampleOf(site) {
  const chosen = new Set(pageOfEachKind(site).map(({ path }) => path));
  const others = [...site.pages.values()].filter((page) => !chosen.has(page.path) && !isRedirect(page));
  const random = lots(SEED);
  for (let drawn = 0; drawn < DRAWN && others.length > 0; drawn += 1) {
    const [page] = others.splice(Math.floor(random() * others.length), 1);
    chosen.add(page.path);
  }
  return [...chosen];
}

/** mulberry32: a few lines of repeatable chance, since Math.random takes no seed. */
function lots(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
