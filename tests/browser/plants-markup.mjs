// Faults in the elements and the styles of a page, in the ways that it offers, and in its code: one each, in small sites.

const table = (caption, head, cell = '<td>9 h') => `<table>${caption}<tr>${head}${cell}</table>`;
const CAPTION = '<caption>Horaires</caption>';
const HEAD = '<th scope="row">Lundi</th>';
const FIELD = '<label for="champ">Mots</label><input id="champ">';

export const MARKUP = {
  'saine.html': {
    body: `${table(CAPTION, HEAD)}<figure role="figure" aria-label="Une borne"><img src="point.svg" alt="Un point"><figcaption>Une borne</figcaption></figure>
<p lang="ar" dir="rtl">مرحبا</p><p>Un<br>deux<br>trois</p>${FIELD}`,
    css: '@media print{a::after{content:"Adresse"}@page{size:A4}}',
  },
  'decor-nomme.html': { body: '<p><img src="point.svg" alt="" title="Un point"></p>', rules: ['decoration-named'] },
  'dessin-muet.html': { body: '<p><svg width="9" height="9"><circle r="4"/></svg> Un point</p>', rules: ['decoration-named'] },
  'legende-a-part.html': { body: '<figure><img src="point.svg" alt="Un point"><figcaption>Une borne</figcaption></figure>', rules: ['caption-apart'] },
  'tableau-sans-titre.html': { body: table('', HEAD), rules: ['table-title'] },
  'deux-titres-pareils.html': { body: table(CAPTION, HEAD) + table(CAPTION, HEAD), rules: ['table-title-twice'] },
  'en-tete-vide.html': { body: table(CAPTION, '<th scope="row"></th>'), rules: ['table-header'] },
  'en-tete-sans-portee.html': { body: table(CAPTION, '<th>Lundi</th>'), rules: ['table-header'] },
  'cellule-fusionnee.html': { body: table(CAPTION, HEAD, '<td colspan="2">9 h'), rules: ['merged-cells'] },
  'bouton-imite.html': { body: '<p><span role="button" tabindex="0">Chercher</span></p>', rules: ['unnative'] },
  'page-en-anglais.html': { html: '<html lang="en">', rules: ['not-french'] },
  'paragraphe-vide.html': { body: '<p></p><p>Suite</p>', rules: ['empty-block'] },
  'lignes-vides.html': { body: '<p>Un<br><br>deux</p>', rules: ['empty-block'] },
  'arabe-de-gauche.html': { body: '<p lang="ar">مرحبا</p>', rules: ['direction'] },
  'au-centre.html': { body: '<center>Au milieu</center>', rules: ['presentational'] },
  'a-droite.html': { body: '<p align="right">À droite</p>', rules: ['presentational'] },
  'etiquette-vague.html': { body: '<label for="champ">Champ 1</label><input id="champ">', rules: ['label-vague'] },
  'etiquette-loin.html': { body: '<label for="champ">Mots</label><p>Cherchez.</p><input id="champ">', rules: ['label-apart'] },
  'deux-champs.html': { body: `${FIELD}<label for="autre">Mots</label><input id="autre">`, rules: ['second-field'] },
  'mots-du-style.html': { css: '.neuf::after{content:"Nouveau"}', rules: ['content-in-style'] },
  'ordre-du-style.html': { css: 'main{display:flex}h1{order:2}', rules: ['reordered'] },
  'a-la-renverse.html': { css: 'main{display:flex;flex-direction:column-reverse}', rules: ['reordered'] },
  'ecran-couche.html': { css: '@media (orientation:portrait){main{display:none}}', rules: ['orientation-wanted'] },

  'guide/plan-du-site.html': { menu: '<a href="index.html">Accueil</a> <a href="recherche.html">Chercher</a>', foot: '' },
  'guide/recherche.html': { menu: '<a href="index.html">Accueil</a> <a href="recherche.html">Chercher</a>', foot: '<a href="plan-du-site.html">Plan</a>' },
  'guide/index.html': { menu: '<a href="index.html">Accueil</a> <a href="recherche.html">Chercher</a>', foot: '<a href="plan-du-site.html">Plan</a>' },
  'guide/menu-a-l-envers.html': {
    menu: '<a href="recherche.html">Chercher</a> <a href="index.html">Accueil</a>',
    foot: '<a href="plan-du-site.html">Plan</a>',
    rules: ['menu-differs'],
  },
  'guide/sans-recherche.html': { menu: '<a href="index.html">Accueil</a>', foot: '<a href="plan-du-site.html">Plan</a>', rules: ['menu-differs', 'no-search'] },
  'guide/sans-plan.html': { menu: '<a href="index.html">Accueil</a> <a href="recherche.html">Chercher</a>', foot: '', rules: ['no-site-map'] },
  'guide/sans-rien.html': { menu: '', foot: '', rules: ['menu-differs', 'no-search', 'no-site-map', 'one-way'] },
};

/** The words of the validator itself. */
export const VNU = {
  'saine.html': {},
  'sans-type.html': { type: '', rules: [`error: Start tag seen without seeing a doctype first. Expected “<!DOCTYPE html>”.`] },
  'liste-fautive.html': { body: '<ul><p>Un</p></ul>', rules: [`error: Element “p” not allowed as child of element “ul” in this context. (Suppressing further errors from this subtree.)`] },
};

const ON_SCREEN = '1280 light, 1280 dark, 320 light, 320 dark, zoom 200 %, letters 200 %, 1280 spacing, 320 spacing, forced colours';
const EVERYWHERE = `[${ON_SCREEN}, print]`;

/** What axe answers for, rule by rule, in pages that are looked at. */
export const AXE = {
  'sans-langue.html': { html: '<html>', rules: [`axe:html-has-lang ${EVERYWHERE}`] },
  'sans-titre.html': { name: '', rules: [`axe:document-title ${EVERYWHERE}`] },
  'deux-contenus.html': { body: '</main><main id="autre"><p>Encore</p>', rules: [`axe:landmark-no-duplicate-main ${EVERYWHERE}`, `axe:landmark-unique ${EVERYWHERE}`] },
  'liste-de-rien.html': { body: '<ul><div>Un</div></ul>', rules: [`axe:list ${EVERYWHERE}`] },
  'lien-cache.html': {
    css: '.nu{display:inline;text-decoration:none;color:#333}@media screen and (prefers-color-scheme:dark){.nu{color:#ddd}}',
    body: '<p>Un <a class="nu" href="index.html">accueil</a> parmi des mots.</p>',
    rules: [`axe:link-in-text-block ${EVERYWHERE}`],
  },
  'cache-pour-l-oreille.html': { body: '<p aria-hidden="true"><a href="index.html">Accueil</a></p>', rules: [`axe:aria-hidden-focus ${EVERYWHERE}`] },
  'lien-d-evitement-second.html': {
    before: '<nav aria-label="Avant"><a href="index.html">Accueil</a></nav>',
    rules: [`axe:region ${EVERYWHERE}`, 'skip-link-not-first [1280 light, 320 light]'],
  },
  'champ-sans-nom.html': { body: '<p><input style="height:3rem"></p>', rules: [`axe:label ${EVERYWHERE}`] },
};
