// Keeps in the browser's memory the file that the reader chooses on the page, or forgets it. Where the browser cannot, or
// the site is not sent securely, the page says so and nothing else changes.
const etat = document.getElementById("memoire-etat"), choix = document.getElementById("memoire-choix"), zone = document.getElementById("memoire-zone");
const dire = nom => { etat.textContent = etat.dataset[nom]; };
const agir = (id, faire) => {
  document.getElementById(id).onclick = () => {
    dire("attente");
    caches.open("MEMOIRE").then(gardes => faire(gardes, new URL(choix.value, location.href).href)).catch(() => dire("echec"));
  };
};
if (location.protocol != "file:" && navigator.serviceWorker && window.isSecureContext && window.caches) {
  zone.hidden = false;
  dire("pret");
  agir("memoire-garder", (gardes, url) => navigator.serviceWorker.register("memoire.js").then(() => gardes.add(url)).then(() => dire("garde")));
  agir("memoire-oublier", (gardes, url) => gardes.delete(url).then(efface => dire(efface ? "oublie" : "rien")));
} else {
  dire("impossible");
}
