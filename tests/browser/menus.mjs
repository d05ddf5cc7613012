// The ways that every page offers: one menu, the search in it, the plan of the site at the foot (RGAA 12.1 to 12.5).
import { targetOf } from './links.mjs';
import { fault, result } from './report.mjs';
import { guidesOf } from './site.mjs';

/** One result a page of a guide. */
export function menuFaults(site, pages) {
  return guidesOf(site).flatMap((guide) => {
    const own = pages.filter(({ path }) => path.startsWith(guide));
    const usual = mostOf(own.map((page) => menuOf(page).join(' ')));
    return own.map((page) => result('ways', page.path, waysFaults(site, guide, page, usual)));
  });
}

function waysFaults(site, guide, page, usual) {
  const faults = [];
  const menu = menuOf(page);
  const search = `${guide}recherche.html`;
  const plan = `${guide}plan-du-site.html`;
  const foot = linksOf(page, ({ nav }) => nav === 0);
  const searched = !site.pages.has(search) || menu.includes(search);
  const planned = page.path === plan || foot.includes(plan);
  if (menu.join(' ') !== usual) faults.push(fault('menu-differs', `${menu.join(' ')} instead of ${usual}`));
  if (!searched) faults.push(fault('no-search', search));
  if (!planned) faults.push(fault('no-site-map', plan));
  if (menu.length === 0 && !planned) faults.push(fault('one-way', page.path));
  return faults;
}

/** What the first `<nav>` leads to; the page that one is on keeps its place in it. */
function menuOf(page) {
  return linksOf(page, ({ nav }) => nav === 1);
}

function linksOf(page, accept) {
  const links = page.references.filter((reference) => reference.element === 'a' && accept(reference));
  return links.map(({ url }) => targetOf(page, url)?.path).filter((path) => path !== undefined);
}

function mostOf(texts) {
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
