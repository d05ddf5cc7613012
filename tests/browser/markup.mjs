// What neither axe nor the validator asks of the elements and styles of a page, and the RGAA does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { isErrorPage } from './links.mjs';
import { menuFaults } from './menus.mjs';
import { sampleOf } from './kinds.mjs';
import { fault, result } from './report.mjs';
import { isDownload, isRedirect } from './site.mjs';

/** Elements and attributes that only say how something looks (RGAA 10.1); a drawing says so by attributes. */
const LOOKS = new Set(['basefont', 'big', 'blink', 'center', 'font', 'marquee', 's', 'strike', 'tt', 'u']);
const LOOK_ATTRIBUTES = new Set(
  'align alink background bgcolor border cellpadding cellspacing char charoff clear color compact face frameborder hspace link marginheight marginwidth noshade nowrap rules style text valign vlink vspace'.split(' '),
);
const SIZED = new Set(['canvas', 'iframe', 'img', 'input', 'object', 'source', 'svg', 'video']);

/** Words from right to left: languages, and letters. */
const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|prs|ps|sd|ug|ur|yi)(?:-|$)/;
const RIGHT_TO_LEFT_LETTERS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Roles that native elements have by themselves: a script that needs one has made an element of its own. */
const WIDGETS = new Set(['button', 'checkbox', 'combobox', 'link', 'listbox', 'menuitem', 'option', 'radio', 'slider', 'switch', 'tab', 'textbox']);

const FIELDS = new Set(['input', 'select', 'textarea']);
const BLOCKS = new Set(['blockquote', 'dd', 'div', 'dt', 'h2', 'h3', 'h4', 'li', 'p', 'section']);

export function judgeMarkup(site) {
  const sampled = sampleOf(site).map((path) => result('markup', path, markupFaults(readFileSync(join(site.root, path), 'utf8'))));
  const isRead = (page) => !isRedirect(page) && !isDownload(page) && !isErrorPage(page.path);
  return [...sampled, ...menuFaults(site, [...site.pages.values()].filter(isRead))];
}

function markupFaults(html) {
  const faults = [];
  const say = (rule, { node }) => faults.push(fault(rule, node.tagName + ' ' + textOf(node).slice(0, 80)));
  const all = elementsOf(parse(html));
  for (const one of all) for (const [rule, breaks] of Object.entries(RULES)) if (breaks(one)) say(rule, one);
  for (const [rule, found] of Object.entries(TOGETHER)) found(all).forEach((one) => say(rule, one));
  const styles = all.filter(({ node }) => node.tagName === 'style').map(({ node }) => textOf(node)).join('\n');
  for (const [rule, pattern] of Object.entries(STYLES)) {
    const [found] = pattern.exec(withoutPaper(styles)) ?? [];
    if (found) faults.push(fault(rule, found));
  }
  return faults;
}

/** Each element with its attributes, its parents (nearest first), and what follows it. */
function elementsOf(root) {
  const found = [];
  const visit = (node, above) => {
    const children = (node.childNodes ?? []).filter((child) => child.tagName);
    children.forEach((child, rank) => {
      const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
      const one = { node: child, attributes, above, next: children[rank + 1] };
      found.push(one);
      visit(child, [one, ...above]);
    });
  };
  visit(root, []);
  return found;
}

function textOf(node) {
  return node.value ?? (node.childNodes ?? []).map(textOf).join('');
}

const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();
const words = (node) => oneLine(textOf(node));
const inside = ({ above }, name) => above.some(({ node }) => node.tagName === name);
const holds = (node, names) => (node.childNodes ?? []).some((child) => names.has(child.tagName) || holds(child, names));
const childrenOf = (node, name) => (node.childNodes ?? []).filter(({ tagName }) => tagName === name);

/** What stands after a node, white left out. */
function afterWhite(node) {
  const after = node.parentNode.childNodes.slice(node.parentNode.childNodes.indexOf(node) + 1);
  return after.find((one) => one.tagName || words(one) !== '');
}

/** Whether an element alone breaks a rule. */
const RULES = {
  // 1.2: a picture that only decorates has no name at all; a drawing is hidden, or named as a picture.
  'decoration-named': ({ node, attributes }) =>
    (node.tagName === 'img' && attributes.alt === '' && ['title', 'aria-label', 'aria-labelledby'].some((name) => name in attributes)) ||
    (node.tagName === 'svg' && attributes['aria-hidden'] !== 'true' && !(attributes.role === 'img' && attributes['aria-label'])),
  // 1.9: the caption belongs to its picture for a screen reader too.
  'caption-apart': ({ node, attributes }) => {
    const [caption] = node.tagName === 'figure' ? childrenOf(node, 'figcaption') : [];
    return caption !== undefined && !(['figure', 'group'].includes(attributes.role) && oneLine(attributes['aria-label']) === words(caption));
  },
  // 5.4, 5.6 and 5.7.
  'table-title': (one) => one.node.tagName === 'table' && titleOf(one) === '',
  'table-header': ({ node, attributes }) =>
    (node.tagName === 'th' && (words(node) === '' || !['col', 'row'].includes(attributes.scope))) ||
    (node.tagName === 'table' && !holds(node, new Set(['th']))),
  'merged-cells': ({ attributes }) => 'colspan' in attributes || 'rowspan' in attributes,
  // 7.1
  unnative: ({ attributes }) => WIDGETS.has(attributes.role) || Object.keys(attributes).some((name) => /^on[a-z]+$/.test(name)),
  // 8.4: the base theme writes French.
  'not-french': ({ node, attributes }) => node.tagName === 'html' && !/^fr(?:-|$)/.test(attributes.lang ?? ''),
  // 8.9
  'empty-block': ({ node, attributes }) =>
    (BLOCKS.has(node.tagName) && words(node) === '' && !('role' in attributes) && !holds(node, new Set(['img', 'svg', 'input']))) ||
    (node.tagName === 'br' && afterWhite(node)?.tagName === 'br'),
  // 8.10
  direction: (one) => {
    const { node, attributes, above } = one;
    if (RIGHT_TO_LEFT.test(attributes.lang ?? '') && attributes.dir !== 'rtl') return true;
    const said = (node.childNodes ?? []).filter(({ nodeName }) => nodeName === '#text').map(textOf).join('');
    const dir = [one, ...above].find(({ attributes: { dir } }) => dir !== undefined)?.attributes.dir;
    return RIGHT_TO_LEFT_LETTERS.test(said) && dir !== 'rtl' && !['script', 'style', 'title'].includes(node.tagName);
  },
  // 10.1
  presentational: (one) => {
    const { node, attributes } = one;
    if (LOOKS.has(node.tagName)) return true;
    if (inside(one, 'svg') || node.tagName === 'svg') return 'style' in attributes;
    const sized = !SIZED.has(node.tagName) && ('width' in attributes || 'height' in attributes);
    return sized || Object.keys(attributes).some((name) => LOOK_ATTRIBUTES.has(name));
  },
  // 11.2: the one field there is asks for words to look for.
  'label-vague': ({ node }) => node.tagName === 'label' && !/cherche|mots?\b|noms?\b/i.test(words(node)),
  // 11.4: the label stands just before its field.
  'label-apart': ({ node, attributes, next }) =>
    node.tagName === 'label' && !holds(node, FIELDS) && !(FIELDS.has(next?.tagName) && next.attrs.some(({ name, value }) => name === 'id' && value === attributes.for)),
};

/** The elements of a page that break a rule together. */
const TOGETHER = {
  // 5.5: titles tell tables apart.
  'table-title-twice': (all) => repeated(all.filter(({ node }) => node.tagName === 'table')),
  // 11.3: one thing is asked once.
  'second-field': (all) => all.filter(({ node, attributes }) => FIELDS.has(node.tagName) && attributes.type !== 'hidden').slice(1),
};

function repeated(tables) {
  const seen = new Set();
  return tables.filter((one) => titleOf(one) !== '' && (seen.has(titleOf(one)) || !seen.add(titleOf(one))));
}

/** The caption of a table; that of a text has none, and the box it scrolls in is called by the heading above. */
function titleOf({ node, attributes, above: [box] }) {
  const caption = childrenOf(node, 'caption').map(words).join(' ');
  const called = box.attributes.role === 'group' ? oneLine(box.attributes['aria-label']) : '';
  return caption || oneLine(attributes['aria-label']) || (called === 'Tableau' ? '' : called);
}

/** What a style may not do on a screen: say words (10.2), change the order (10.3), want one way of holding the screen (13.9). */
const STYLES = {
  'content-in-style': /content\s*:[^;}]*["'][^"']*\p{L}[^"']*["']/u,
  reordered: /(?:^|[\s;{])order\s*:\s*-?[1-9]|(?:row|column|wrap)-reverse/,
  'orientation-wanted': /\(\s*orientation\b/,
};

/** Paper adds addresses to links, and is held one way. */
function withoutPaper(css) {
  return css.replace(/@media\s+print\s*\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
}
