// Every address written in a page or a feed leads to a file that exists, from a web host, a sub-folder or a USB stick.
import { posix } from 'node:path';
import { fault, result } from './report.mjs';
import { isRedirect } from './site.mjs';

const OUTWARD_SCHEMES = new Set(['http', 'https', 'mailto', 'tel', 'sms', 'geo', 'webcal']);

/** No page links to the error page: the host serves it. */
export const isErrorPage = (path) => posix.basename(path) === '404.html';

export function judgeLinks(site) {
  const reached = reachedFrom(site, 'index.html');
  const pages = [...site.pages.values()].map((page) => {
    const faults = [...duplicateIds(page), ...referenceFaults(site, page)];
    faults.push(...page.windows.map((where) => fault('new-window', where)));
    if (page.base !== null) faults.push(fault('base-element', page.base));
    if (!reached.has(page.path) && !isErrorPage(page.path) && !isRedirect(page)) {
      faults.push(fault('orphan', 'no path of links from index.html'));
    }
    return result('links', page.path, faults);
  });
  const feeds = [...site.feeds.values()].map((feed) => result('links', feed.path, referenceFaults(site, feed)));
  return [...pages, ...feeds];
}

/** The file a relative address names, or null: `{path, fragment}`; the text before `#` and `?` counts. */
export function targetOf(page, url) {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(url)) return null;
  const [, path, fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url);
  if (path === '') return { path: url.startsWith('#') ? page.path : '', fragment: decode(fragment) };
  return { path: posix.join(posix.dirname(page.path), decode(path)), fragment: decode(fragment) };
}

/** The pages that the links of a page lead to, in source order. */
export function linkedPages(site, page, accept = () => true) {
  return page.references
    .filter((reference) => ['a', 'area', 'meta'].includes(reference.element) && accept(reference))
    .map((reference) => targetOf(page, reference.url)?.path)
    .filter((path) => site.pages.has(path));
}

function reachedFrom(site, home) {
  const reached = new Set(site.pages.has(home) ? [home] : []);
  // A set visits what is added to it while it is walked: this is the whole search.
  for (const path of reached) {
    for (const next of linkedPages(site, site.pages.get(path))) reached.add(next);
  }
  return reached;
}

function duplicateIds(page) {
  const seen = new Set();
  const twice = new Set(page.ids.filter((id) => seen.has(id) || !seen.add(id)));
  return [...twice].map((id) => fault('duplicate-id', id));
}

function referenceFaults(site, page) {
  return page.references.flatMap((reference) => {
    const rule = ruleBroken(site, page, reference);
    return rule ? [fault(rule, `<${reference.element}> ${reference.url}`)] : [];
  });
}

function ruleBroken(site, page, { element, url, role }) {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1].toLowerCase();
  if (scheme) return schemeRule(page, element, scheme, url, role);
  if (url.startsWith('//')) return 'protocol-relative';
  if (url.startsWith('/')) return 'absolute-internal';
  return targetRule(site, targetOf(page, url));
}

function schemeRule(page, element, scheme, url, role) {
  if (scheme === 'javascript') return 'javascript-url';
  if (role === 'resource') return scheme === 'data' ? null : 'outside-resource';
  if (!OUTWARD_SCHEMES.has(scheme)) return 'odd-scheme';
  const home = publicHome(page);
  return element !== 'link' && home && url.startsWith(home) ? 'absolute-internal' : null;
}

/** The site's own public address, when the page states where it stands. */
function publicHome({ canonical, path }) {
  return canonical?.endsWith(`/${path}`) ? canonical.slice(0, -path.length) : null;
}

function targetRule(site, { path, fragment }) {
  if (path === '') return 'no-file-name';
  if (path.startsWith('..')) return 'outside-site';
  if (site.folders.has(path.replace(/\/$/, ''))) return 'folder-link';
  if (!site.files.has(path)) return 'missing-file';
  const target = site.pages.get(path);
  return fragment !== undefined && target && !target.anchors.has(fragment) ? 'missing-anchor' : null;
}

function decode(text) {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return text;
  }
}
