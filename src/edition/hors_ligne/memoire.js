// Answers from the network; when there is none, with the files that somebody chose to keep (memoire-page.js), which are
// made fresh each time the network gives them.
const memoire = "MEMOIRE";
self.addEventListener("fetch", event => {
  if (event.request.method != "GET") return;
  event.respondWith(caches.open(memoire).then(gardes => gardes.match(event.request, { ignoreSearch: true }).then(garde =>
    fetch(event.request).then(reponse => {
      if (garde && reponse.ok) gardes.put(event.request, reponse.clone());
      return reponse;
    }, echec => garde || Promise.reject(echec)))));
});
