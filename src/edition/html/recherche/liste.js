// What the page of search does not hold itself (src/edition/html/recherche/fichier.rs). It calls what the script of
// the page names: ajouter, chercher, attente. How an address becomes a short code is said in src/text/code.rs.
(() => {
const coder = adresse => {
let hachis = 2166136261, code;
do {
for (const signe of adresse) hachis = Math.imul(hachis ^ signe.charCodeAt(), 16777619);
let nombre = (hachis ^ hachis >>> 16) >>> 0, i = 0;
for (code = ""; !code[3]; nombre = nombre / 15 | 0) code += "SIGNES"[i = i + 1 + nombre % 15 & 15];
} while (!/\d\D|\D\d/.test(code));
return code;
};
const adresse = nom => nom.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")/*LIGATURES*/.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
const lieux = [];
let ici = "", bout = "";
const fiche = (dossier, nom, suite, nomme, codes) => {
const li = document.createElement("li");
const a = li.appendChild(document.createElement("a"));
a.href = dossier + "/" + nomme + ".html";
a.textContent = nom;
li.appendChild(document.createTextNode(suite));
if (dossier == "acteurs") li.dataset.codes = codes || coder(nomme);
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
