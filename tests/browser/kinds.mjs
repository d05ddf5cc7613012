// Which pages a browser opens: opening all would take an hour, and pages of a kind share one template.
import { posix } from 'node:path';
import { guidesOf, isDownload, isRedirect } from './site.mjs';

const HEAVIEST = 5;
const DRAWN = 30;
const SEED = 86;

/** Names that are a letter or a time, `2026-s49` and `2026-12`, with what follows: each is a kind of its own. */
const SHAPES = [
  [/^lettre-[a-z0-9-]+$/, 'lettre'],
  [/^\d{4}-s\d\d(?=-|$)/, 'semaine'],
  [/^\d{4}-\d\d(?=-|$)/, 'mois'],
];

/**
 * The kind of a page: its name at the root of the site or of a guide, its folder below, where `index.html`
 * is a kind of its own, and so is each sort of time. `86-vienne/acteurs/x.html` is of kind `guide/acteurs/*`,
 * `86-vienne/agenda/2026-s49-par-commune.html` of kind `guide/agenda/semaine-par-commune`.
 */
export function kindOf(path, guides) {
  const guide = guides.find((one) => one !== '' && path.startsWith(one));
  const place = guide === undefined ? path : `guide/${path.slice(guide.length)}`;
  const folder = posix.dirname(place);
  const name = posix.basename(place, '.html');
  if (folder === '.' || folder === 'guide' || name === 'index') return posix.join(folder, name);
  const shape = SHAPES.find(([one]) => one.test(name));
  return posix.join(folder, shape ? name.replace(...shape) : '*');
}

/** Few records have a picture: a page with one is a kind of its own, or it might never be opened. */
const hasImage = ({ references }) => references.some(({ element }) => ['img', 'source', 'image'].includes(element));

/** The heaviest page of each kind below a folder, `[{kind, path}]`: what breaks breaks first where there is most. */
export function pageOfEachKind(site, folder = '') {
  const guides = guidesOf(site);
  const heaviest = new Map();
  for (const page of site.pages.values()) {
    if (isRedirect(page) || !page.path.startsWith(folder)) continue;
    const kind = kindOf(page.path, guides) + (hasImage(page) ? '-image' : '');
    if (!(heaviest.get(kind)?.size >= page.size)) heaviest.set(kind, page);
  }
  return [...heaviest].sort().map(([kind, { path }]) => ({ kind, path }));
}

/** The pages that say one thing whole: an actor, an event. They are what most readers came for. */
export function recordsOf(site) {
  const guides = guidesOf(site);
  // The agenda of an actor is no record of its own.
  const isRecord = (page) => /^(?:guide\/)?(acteurs|evenements)\/\*$/.test(kindOf(page.path, guides));
  return [...site.pages.values()].filter((page) => isRecord(page) && !isRedirect(page));
}

/** The lightest record and commune: where almost nothing is left to say, other things break. */
function lightestRecords(site) {
  const guides = guidesOf(site);
  const lightest = new Map();
  const communes = [...site.pages.values()].filter((page) => kindOf(page.path, guides) === 'guide/communes/*');
  for (const page of [...recordsOf(site), ...communes]) {
    const kind = kindOf(page.path, guides);
    if (!(lightest.get(kind)?.size <= page.size)) lightest.set(kind, page);
  }
  return [...lightest.values()];
}

/**
 * One page of each kind, the lightest records, the home of each guide since each has its colours,
 * the five heaviest of all, and thirty drawn by lot: always the same ones for the same site.
 */
export function sampleOf(site) {
  const chosen = new Set(pageOfEachKind(site).map(({ path }) => path));
  for (const { path } of lightestRecords(site)) chosen.add(path);
  for (const guide of guidesOf(site)) chosen.add(`${guide}index.html`);
  const pages = [...site.pages.values()].filter((page) => !isRedirect(page) && !isDownload(page));
  const byWeight = [...pages].sort((a, b) => b.size - a.size);
  for (const { path } of byWeight.slice(0, HEAVIEST)) chosen.add(path);
  const others = pages.filter(({ path }) => !chosen.has(path));
  const random = lots(SEED);
  for (let drawn = 0; drawn < DRAWN && others.length > 0; drawn += 1) {
    const [page] = others.splice(Math.floor(random() * others.length), 1);
    chosen.add(page.path);
  }
  return [...chosen].filter((path) => site.pages.has(path));
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
