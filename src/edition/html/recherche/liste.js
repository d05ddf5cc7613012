// What the page of search does not hold itself (src/edition/html/recherche/fichier.rs). It calls what the script of
// the page names: ajouter, chercher, attente.
(() => {
const adresse = nom => nom.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")/*LIGATURES*/.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
const lieux = [];
let ici = "", bout = "";
const fiche = (dossier, nom, suite, nomme, codes) => {
const li = document.createElement("li");
const a = li.appendChild(document.createElement("a"));
a.href = dossier + "/" + nomme + ".html";
a.textContent = nom;
li.appendChild(document.createTextNode(suite));
if (codes) li.dataset.codes = codes;
return li;
};
"LIGNES".split("\n").forEach(ligne => {
const [commune, nom, suite, nomme, codes] = ligne.split("\t");
if (nom == null || commune) {
ici = commune;
bout = adresse(ici);
if (nom != null) ajouter(fiche("communes", ici, " " + nom, suite || bout));
} else {
const court = adresse(nom);
lieux.push(fiche("acteurs", nom, (nom.includes(ici) ? "" : ", " + ici) + (suite || ""), nomme || (court.endsWith(bout) ? court : court + "-" + bout), codes));
}
});
lieux.forEach(ajouter);
chercher(attente = 0);
})();
