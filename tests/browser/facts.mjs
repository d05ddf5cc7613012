// What the judges need to know of one page, read by a parser that is not jalon's.
// Only facts are kept, not the tree: a site of thousands of pages must fit in memory.
import { parse } from 'parse5';

const URL_ATTRIBUTES = new Set(['href', 'src', 'srcset', 'imagesrcset', 'poster', 'data', 'action', 'formaction']);

/** Elements whose address leads the reader somewhere; all others fetch something by themselves. */
const LINK_ELEMENTS = new Set(['a', 'area', 'form', 'button', 'meta']);
const LINK_RELATIONS = new Set(['canonical', 'alternate', 'author', 'license', 'help', 'search', 'prev', 'next']);

/**
 * `{ids, anchors, references, windows, styles, scripts, redirect, canonical, base}` of an HTML text.
 * A reference is `{element, url, role, nav}`; role is `link` or `resource`,
 * nav the rank of the `<nav>` that holds it (0 outside); windows are elements that name where to open; scripts is a
 * number of elements.
 */
export function factsOf(html) {
  const known = { ids: [], anchors: new Set(), references: [], windows: [], styles: '', scripts: 0 };
  const facts = { ...known, redirect: null, canonical: null, base: null };
  // Without scripting, the parser reads inside <noscript> as a browser without script does.
  visit(parse(html, { scriptingEnabled: false }), facts, { nav: 0, navs: { count: 0 } });
  return facts;
}

// The content of a <template> is not in childNodes, so what is not in the page is not visited.
function visit(node, facts, context) {
  let inner = context;
  if (node.tagName) {
    inner = node.tagName === 'nav' ? { ...context, nav: (context.navs.count += 1) } : context;
    collect(node, attributesOf(node), facts, inner);
  }
  for (const child of node.childNodes ?? []) visit(child, facts, inner);
}

function attributesOf(node) {
  return Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
}

function collect(node, attributes, facts, { nav }) {
  const element = node.tagName;
  if (attributes.id !== undefined) {
    facts.ids.push(attributes.id);
    facts.anchors.add(attributes.id);
  }
  if (element === 'a' && attributes.name) facts.anchors.add(attributes.name);
  if (attributes.target !== undefined) facts.windows.push(`<${element}> ${attributes.target}`);
  if (element === 'base') facts.base = attributes.href ?? '';
  if (element === 'style') collectStyle(node, facts);
  if (element === 'script' && !isData(node, attributes)) facts.scripts += 1;
  if (attributes.style) addCssUrls(attributes.style, facts);
  if (element === 'meta') collectRefresh(attributes, facts);
  if (element === 'link' && attributes.rel === 'canonical') facts.canonical = attributes.href;
  for (const [name, value] of Object.entries(attributes)) {
    if (!URL_ATTRIBUTES.has(name)) continue;
    for (const url of name.endsWith('srcset') ? candidates(value) : [value.trim()]) {
      facts.references.push({ element, url, role: roleOf(element, attributes), nav });
    }
  }
}

function roleOf(element, { rel = '' }) {
  if (element !== 'link') return LINK_ELEMENTS.has(element) ? 'link' : 'resource';
  return rel.split(/\s+/).every((one) => LINK_RELATIONS.has(one.toLowerCase())) ? 'link' : 'resource';
}

function candidates(srcset) {
  return [...srcset.matchAll(/([^\s,]\S*[^\s,])(?:\s[^,]*)?(?:,|$)/g)].map(([, url]) => url);
}

/** What engines read of a thing is no script: nothing runs it, as long as it is JSON of schema.org. */
function isData(node, { type }) {
  if (type !== 'application/ld+json') return false;
  try {
    return JSON.parse(textOf(node))['@context'] === 'https://schema.org';
  } catch {
    return false;
  }
}

function textOf(node) {
  return node.childNodes.map((child) => child.value ?? '').join('');
}

function collectStyle(node, facts) {
  const text = textOf(node);
  facts.styles += text;
  addCssUrls(text, facts);
}

function addCssUrls(css, facts) {
  for (const [, quoted, bare] of css.matchAll(/(?:url\(\s*|@import\s+(?!url\())(?:["']([^"']+)["']|([^\s"')]+))/gi)) {
    facts.references.push({ element: 'style', url: quoted ?? bare, role: 'resource', nav: 0 });
  }
}

function collectRefresh(attributes, facts) {
  if (attributes['http-equiv']?.toLowerCase() !== 'refresh') return;
  const url = /^\s*\d+\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(attributes.content ?? '')?.[1];
  if (url === undefined) return;
  facts.redirect = url.trim();
  facts.references.push({ element: 'meta', url: url.trim(), role: 'link', nav: 0 });
}
