// Small sites with one fault in each of their pages, and the names that a judge must give to it.
import { noise } from './small-site.mjs';

/** A fault that shows in some views only is caught in these and in no other. */
const BIG = '[letters 200 %]';
const BOTH_WIDTHS = '[1280 light, 320 light]';
const NARROW = '[320 light, 320 dark, 320 spacing]';
const SPACED = '[1280 spacing, 320 spacing]';
const ON_SCREEN = '1280 light, 1280 dark, 320 light, 320 dark, zoom 200 %, letters 200 %, 1280 spacing, 320 spacing, forced colours';

/** The focus has a colour in each of these, so a fault is told of each. */
const inEachScheme = (rule) => ['1280 dark', '1280 light', 'forced colours'].map((view) => `${rule} [${view}]`);

/** A small search: a field, what it says, its answers, and the list that it filters; `broken` says what it leaves out. */
function search({ shown = false, answer = 'bon.html', find = 'a.textContent == champ.value', broken = '' } = {}) {
  const parts = {
    show: 'zone.hidden = false',
    say: `dit.textContent = champ.value && reponses.children.length + ' résultat'`,
    hide: 'liste.hidden = champ.value !== ""',
    keep: 'history.replaceState(0, "", "#q=" + champ.value)',
    escape: 'champ.onkeydown = (event) => { if (event.key == "Escape") { champ.value = ""; champ.oninput() } }',
    back: 'if (location.hash) { champ.value = decodeURIComponent(location.hash.slice(3)); champ.oninput() }',
  };
  const part = (name) => (broken.split(' ').includes(name) ? '' : parts[name]);
  return {
    body: `<div role="search" id="zone"${shown ? '' : ' hidden'}><label>Mots <input type="text" id="champ" autocomplete="off"></label>
<p role="status" id="dit"></p><ul id="reponses"></ul></div><nav aria-label="Lettres"><a href="../index.html">A</a></nav>
<ul id="liste"><li><a href="${answer}">Bon</a></li></ul>`,
    script: `champ.oninput = () => { const found = [...liste.querySelectorAll('a')].filter((a) => ${find});
reponses.innerHTML = found.map((a) => a.parentElement.outerHTML).join(''); ${part('say')}; ${part('hide')}; ${part('keep')} };
${part('escape')}; ${part('show')}; ${part('back')}`,
  };
}

/** The same in a file that is carried alone: its answers are in itself. */
function carried(options) {
  const { body, script } = search({ answer: '#contenu', find: 'a.textContent.toUpperCase() == champ.value', ...options });
  return { alone: true, css: 'input{height:3rem}', body: body.replace('../index.html', '#contenu'), script };
}

/** Of each judge, `{path in the guide: {rules, body, css…}}`; a page without fault has no rules. */
export const PLANTS = {
  sight: {
    'saine.html': { body: '<p>Appelez le <a href="tel:+33500000000">05 00 00 00 00</a>.</p>' },
    'coupe-les-lettres.html': {
      css: '.coupe{height:26px;overflow:hidden}',
      body: '<p class="coupe">Une ligne</p>',
      rules: [`text-clipped ${BIG}`],
    },
    'coupe-les-espaces.html': {
      css: '.coupe{width:20ch;overflow:hidden;white-space:nowrap}',
      body: '<p class="coupe">000000000000000000</p>',
      rules: [`text-clipped ${SPACED}`, `text-outside-box ${SPACED}`],
    },
    'empile.html': {
      css: '@media (max-width:400px){.bas{height:0}}',
      body: '<div class="bas"><div>Dessous</div></div><div>Dessus</div>',
      rules: [`text-overlap ${NARROW}`],
    },
    'trop-large.html': {
      css: '.large{width:400px}',
      body: '<div class="large">Large</div>',
      rules: [`horizontal-scroll ${NARROW}`],
    },
    'pale-la-nuit-et-au-zoom.html': {
      css: `@media screen and (prefers-color-scheme:dark){.nuit{color:#444}}
        @media screen and (min-resolution:2dppx){.zoom{color:#ccc}}`,
      body: '<p class="nuit">Nuit</p><p class="zoom">Zoom</p>',
      rules: ['axe:color-contrast [1280 dark, 320 dark]', 'axe:color-contrast [zoom 200 %]'],
    },
    'garde-sa-couleur.html': {
      css: '@media (forced-colors:active){.garde{forced-color-adjust:none;color:#333}}',
      body: '<p class="garde">Gardé</p>',
      rules: ['forced-contrast [forced colours]'],
    },
    'perdu-sur-papier.html': {
      css: '@media print{.pale{color:#ccc}.aide,h1{display:none}}',
      body: '<p class="pale">Pâle</p><p class="aide">Aide</p>',
      rules: ['color-contrast', 'page-has-heading-one'].map((rule) => `axe:${rule} [print]`).concat([
        'lost-on-paper [print]',
        'no-title-on-paper [print]',
      ]),
    },
    'cible-basse.html': {
      css: '.bas{padding:0;line-height:1;font-size:.9rem}',
      body: '<ul><li><a class="bas" href="index.html">Accueil</a></li></ul>',
      rules: ['1280 light, 1280 dark, 320 light, 320 dark, zoom 200 %, forced colours', '1280 spacing, 320 spacing'].map(
        (views) => `small-target [${views}]`,
      ),
    },
    'sans-but.html': {
      skip: '#rien',
      rules: [`axe:region [${ON_SCREEN}, print]`, `axe:skip-link [${ON_SCREEN}, print]`, `skip-link-target ${BOTH_WIDTHS}`],
    },
    'lien-empeche.html': {
      script: 'document.querySelector(".aller").addEventListener("click", (event) => event.preventDefault())',
      rules: [`skip-link-skips-nothing ${BOTH_WIDTHS}`],
    },
  },

  keyboard: {
    'saine.html': {},
    'ordre-force.html': { body: '<p><a tabindex="2" href="index.html">Moi</a></p>', rules: ['focus-order'] },
    'piege.html': {
      script: 'document.querySelector("nav a").addEventListener("keydown", (event) => event.preventDefault())',
      rules: ['keyboard-trap', 'never-focused'],
    },
    'sans-marque.html': {
      css: '.nu:focus-visible{outline:none}',
      body: '<p><a class="nu" href="index.html">Accueil</a></p>',
      rules: inEachScheme('focus-unmarked'),
    },
    'marque-pale.html': {
      css: '.pale:focus-visible{outline-color:#ddd}',
      body: '<p><a class="pale" href="index.html">Accueil</a></p>',
      rules: ['focus-contrast [1280 light]'],
    },
    'hors-de-vue.html': {
      css: '.loin{position:absolute;left:-99rem}',
      body: '<a class="loin" href="index.html">Accueil</a>',
      rules: inEachScheme('focus-out-of-sight'),
    },
    // A week, a month and each order are looked at, though the heaviest of them is sound.
    'agenda/2026-s49.html': { body: `<p>${noise(3_000)}</p>` },
    ...Object.fromEntries(
      ['agenda/2026-12.html', 'agenda/2026-12-par-commune.html', 'agenda/2026-s50-par-commune.html'].map((path) => [
        path,
        { body: '<p><a tabindex="2" href="../index.html">Moi</a></p>', rules: ['focus-order'] },
      ]),
    ),
  },

  requests: {
    'avec-image.html': { body: '<p><img src="point.svg" alt="Un point" width="9" height="9"></p>' },
    'image-illisible.html': { body: '<p><img src="index.html" alt="Rien"></p>', rules: ['image-not-shown'] },
    'recherche.html': { script: 'document.title += " !"' },
    'avec-script.html': { script: 'document.title += " !"', rules: ['script-element'] },
    'avec-donnees.html': { body: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event"}</script>' },
    'donnees-cassees.html': { body: '<script type="application/ld+json">{"@context":"https://schema.org",}</script>', rules: ['script-element'] },
    'style-a-part.html': { head: '<link rel="stylesheet" href="a-part.css">', rules: ['extra-request'] },
    'sans-icone.html': { icon: '', rules: ['extra-request'] },
    'icone-a-part.html': { icon: '<link rel="icon" href="point.svg">', rules: ['extra-request'] },
  },

  noscript: {
    'recherche.html': { body: '<noscript><p>Cherchez dans la liste.</p></noscript>', script: 'document.title += " !"' },
    'ajoute.html': { script: 'document.querySelector("main").append("Ajouté")', rules: ['noscript-content'] },
    'image-muette.html': { body: '<noscript><img src="point.svg"></noscript>', rules: ['axe:image-alt'] },
  },

  links: {
    'dates.html': { body: '<p><a href="dates.ics">Dans mon agenda</a> <a href="nouvelles.atom">Suivre</a></p>' },
    'sans-dates.html': { body: '<p><a href="autres-dates.ics">Dans mon agenda</a></p>', rules: ['missing-file'] },
    'ancre-perdue.html': { body: '<p><a href="dates.html#mardi">Mardi</a></p>', rules: ['missing-anchor'] },
    'isolee.html': { linked: false, rules: ['orphan'] },
    'fenetre.html': { body: '<p><a href="dates.ics" target="_blank">Mon agenda</a></p>', rules: ['new-window'] },
    'nouvelles.atom': { link: 'dates.html' },
    'perdues.atom': { link: 'dates-2025.html', rules: ['missing-file'] },
    'ailleurs.atom': { link: '/dates.html', rules: ['absolute-internal'] },
  },

  taps: {
    'loin-1.html': { body: '<p><a href="loin-2.html">Plus loin</a></p>' },
    'loin-2.html': { linked: false, body: '<p><a href="loin-3.html">Plus loin</a></p>' },
    'loin-3.html': { linked: false, body: '<p><a href="loin-4.html">Plus loin</a></p>' },
    'loin-4.html': { linked: false, rules: ['too-many-taps'] },
    'isolee.html': { linked: false, rules: ['out-of-reach'] },
    '404.html': { linked: false },
    'ancienne.html': { linked: false, head: '<meta http-equiv="refresh" content="0;url=index.html">' },
  },

  carry: {
    'hors-ligne/saine.html': { alone: true, body: '<p><a href="#contenu">Haut</a></p>' },
    'hors-ligne/perdue.html': { alone: true, body: '<p><a href="#ailleurs">Plus bas</a></p>', rules: ['leads-nowhere'] },
    'hors-ligne/sortie.html': { alone: true, body: '<p><a href="../index.html">Accueil</a></p>', rules: ['leads-nowhere'] },
    'hors-ligne/muette.html': { ...carried({ broken: 'say' }), rules: ['not-announced'] },
    'hors-ligne/sourde.html': { ...carried({ find: 'false' }), rules: ['not-found'] },
  },
  search: {
    'saine/recherche.html': search(),
    'saine/bon.html': {},
    'montree/recherche.html': { ...search({ shown: true, answer: '../saine/bon.html' }), rules: ['field-without-script'] },
    'cachee/recherche.html': { ...search({ broken: 'show' }), rules: ['no-field'] },
    'sourde/recherche.html': { ...search({ find: 'false' }), rules: ['not-found'] },
    'large/recherche.html': { ...search({ find: 'champ.value', answer: '../saine/bon.html' }), rules: ['answers-to-nothing'] },
    'muette/recherche.html': { ...search({ broken: 'say', answer: '../saine/bon.html' }), rules: ['not-announced'] },
    'entiere/recherche.html': { ...search({ broken: 'hide', answer: '../saine/bon.html' }), rules: ['list-still-shown'] },
    'tenace/recherche.html': { ...search({ broken: 'escape', answer: '../saine/bon.html' }), rules: ['escape-keeps'] },
    'oublieuse/recherche.html': { ...search({ broken: 'back', answer: '../saine/bon.html' }), rules: ['back-forgets'] },
    '38-isere/recherche.html': { ...search({ answer: '../saine/bon.html' }), rules: ['question'] },
    'partante/recherche.html': {
      ...search({ answer: '../saine/bon.html' }),
      script: 'zone.hidden = false; champ.oninput = () => { if (champ.value === "m") location.href = "../saine/bon.html" }',
      rules: ['leaves', 'not-found'],
    },
    'fautive/recherche.html': { ...search({ answer: '../saine/bon.html' }), head: '<script>rien.du.tout()</script>', rules: ['script-error'] },
  },

  weight: {
    'acteurs/legere.html': {},
    'evenements/moyenne.html': { body: `<p>${noise(6_600)}</p>` },
    'acteurs/lourde.html': { body: `<p>${noise(8_000)}</p>`, rules: ['record-too-heavy'] },
    'page-moyenne.html': { body: `<p>${noise(8_000)}</p>` },
    'page-lourde.html': { body: `<p>${noise(20_000)}</p>`, rules: ['page-too-heavy'] },
    'page-longue.html': { body: `<p>${'Encore. '.repeat(8_000)}</p>`, rules: ['page-too-heavy-uncompressed'] },
    // What is not a page has its fault under its own name.
    'median of the records': { file: false, rules: ['record-median-too-heavy', 'record-median-too-heavy-uncompressed'] },
  },
};
