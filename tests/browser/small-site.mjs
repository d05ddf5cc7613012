// A guide of a few small pages, made to be judged: what is sound in all of them stands here.
import { createHash } from 'node:crypto';

const STYLE = `body{max-width:40rem;margin:auto;padding:1rem;line-height:1.5;color:#222;background:#fff}
a{display:inline-block;min-width:2rem;padding:.3rem 0;color:#006}:focus-visible{outline:3px solid}
.aller{position:absolute;left:-99rem}.aller:focus{left:0}ul{padding:0;list-style:none}
@media screen and (prefers-color-scheme:dark){body{color:#eee;background:#111}a{color:#aaf}}`;

/** `{path: text}` of the site that one judge is shown. */
export function filesOf(plants) {
  const pages = Object.entries(plants).filter(([path, { file = true }]) => file && !path.endsWith('.atom'));
  const linked = pages.filter(([, { linked: isLinked = true }]) => isLinked);
  const list = linked.map(([path]) => `<li><a href="${path}">${path}</a></li>`).join('');
  return {
    'index.html': page('Guide', { body: `<ul>${list}</ul>` }),
    'plan-du-site.html': page('Plan', {}),
    'a-part.css': 'p { margin: 0 }',
    'favicon.ico': '',
    'dates.ics': 'BEGIN:VCALENDAR',
    ...feedsOf(plants),
    'point.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>',
    ...Object.fromEntries(pages.map(([path, plant]) => [path, page(path, plant)])),
  };
}

/** `{path: text}` of the feeds, each with one entry that leads where its plant says. */
function feedsOf(plants) {
  const feeds = Object.entries(plants).filter(([path]) => path.endsWith('.atom'));
  return Object.fromEntries(feeds.map(([path, { link }]) => [path, feed(link)]));
}

function feed(link) {
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Dates</title>
<entry><title>Atelier</title><link href="${link}" rel="alternate" type="text/html"/></entry></feed>`;
}

/** What is sound in every page; a plant replaces one part of it. */
function page(title, plant) {
  const up = title.includes('/') ? '../' : '';
  const sound = {
    type: '<!DOCTYPE html>',
    html: '<html lang="fr">',
    name: `<title>${title}</title>`,
    icon: '<link rel="icon" href="data:,">',
    head: '',
    css: '',
    before: '',
    skip: '#contenu',
    menu: `<a href="${up}index.html">Accueil</a>`,
    body: '',
    foot: `<a href="${up}plan-du-site.html">Plan du site</a>`,
    alone: false,
  };
  const { type, html, name, icon, head, css, before, skip, menu, body, foot, script, alone } = { ...sound, ...plant };
  const code = script === undefined ? '' : `<script>${script}</script>`;
  return `${type}
${html}<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">${name}${icon}<style>${STYLE}${css}</style>${head}</head>
<body>${before}<a class="aller" href="${skip}">Aller au contenu</a>
${alone ? '' : `<header><nav aria-label="Menu">${menu}</nav></header>`}
<main id="contenu"><h1>Titre</h1><p>Bonjour</p>${body}</main>
${alone ? '' : `<footer>${foot}</footer>`}${code}</body></html>`;
}

/** Text that no compression makes small, always the same. */
export function noise(length) {
  let text = '';
  for (let turn = 0; text.length < length; turn += 1) {
    text += `${createHash('sha512').update(String(turn)).digest('base64url')} `;
  }
  return text;
}
