// Filters the list of the page of search. The table comes from src/text/search/table.rs; what answers and in which
// order is said in src/text/search/rank.rs. Elements with an id are names: zone, champ, etat, trouves, liste.
// For old phones: nothing that browsers did not know in 2017.
const table = "TABLE".split(",").map(ligne => ligne.split("=")).map(ligne => [new RegExp(ligne[0], "g"), ligne[1]]);
const mots = texte => table.reduce((texte, ligne) => texte.replace(ligne[0], ligne[1]), texte.toLowerCase().normalize("NFD")).split(" ").filter(mot => mot);
const uni = texte => mots(texte).join("");
const fiches = [];
const ajouter = li => {
  const nom = li.firstChild.textContent, reste = li.textContent.slice(nom.length), siens = mots(nom), tous = siens.concat(mots(reste));
  fiches.push([li.outerHTML, [nom].concat((reste + "," + (li.dataset.codes || "")).split(/[,:;()]/)).map(uni), tous, siens.length, tous.map((mot, i) => tous.slice(i).join(""))]);
};
const proche = (mot, autre) => {
  let i = 0;
  while (mot[i] == autre[i]) i++;
  mot = mot.slice(i);
  autre = autre.slice(i);
  const fin = mot.slice(1);
  return autre.startsWith(fin) || autre.startsWith(mot, 1) || autre.startsWith(fin, 1) || autre.startsWith(fin[0] + mot[0] + fin.slice(1));
};
let attente = 0;
const chercher = () => {
  const voulus = mots(champ.value), tout = voulus.join(""), longs = voulus.filter(mot => mot[1]), rangs = fiches.map(fiche => {
    const tous = fiche[2];
    let i = fiche[1].indexOf(tout);
    return [i + 1 ? i > 0 : (i = fiche[4].findIndex(suite => suite.startsWith(tout))) + 1 ? 2 + (i > 0) : longs.reduce((somme, voulu) => somme + Math.min(...tous.map((mot, i) => (i >= fiche[3]) + (mot.startsWith(voulu) ? mot != voulu : voulu[4] && proche(voulu, mot) ? 99 : 9e9))), 4), fiche[0]];
  }).sort((a, b) => a[0] - b[0]);
  const gardes = rangs.filter(rang => longs[0] && rang[0] < (rangs[0][0] < 99 ? 99 : 9e9)), nombre = gardes.length;
  liste.hidden = longs[0];
  etat.textContent = longs[0] ? etat.dataset[nombre > 100 ? 3 : nombre > 1 ? 2 : nombre || attente].replace("{n}", nombre) : "";
  trouves.innerHTML = gardes.slice(0, 100).map(rang => rang[1]).join("");
};
const demander = () => {
  if (!fiches[0]) {
    liste.querySelectorAll("li").forEach(ajouter);
    if (zone.dataset.liste) {
      const script = document.createElement("script");
      script.src = zone.dataset.liste;
      attente = 4;
      script.onerror = () => chercher(attente = 5);
      document.head.appendChild(script);
    }
  }
  chercher();
};
champ.oninput = () => {
  history.replaceState(0, "", "#q=" + encodeURIComponent(champ.value));
  demander();
};
champ.onkeydown = touche => {
  if (touche.key == "Escape") champ.value = "", champ.oninput();
};
zone.hidden = false;
if (location.hash.startsWith("#q=")) champ.value = decodeURIComponent(location.hash.slice(3)), demander();
