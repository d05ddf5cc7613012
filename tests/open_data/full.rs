//! A guide that says everything that can be said, and things that must never be said outside.

use crate::support::Desk;

/// What must be in no file: notes of the team, people, drafts, agreements that have run out.
pub const SECRETS: [&str; 8] = [
    "note-de-l-equipe",
    "Personne Qui-Verifie",
    "brouillon-jamais-publie",
    "Personne Sans-Accord-Aujourd-hui",
    "note-d-un-evenement",
    "Equipe Qui-Verifie-L-Evenement",
    "note-d-un-territoire",
    "note-d-un-dispositif",
];

/// Writes the content folder.
pub fn desk() -> Desk {
    let desk = Desk::empty();
    for (path, text) in FILES {
        desk.write(&format!("content/{path}"), text);
    }
    desk
}

const FILES: [(&str, &str); 12] = [
    ("86-vienne/guide.yaml", GUIDE),
    ("86-vienne/acteurs/tout.yaml", TOUT),
    ("86-vienne/acteurs/bus.yaml", BUS),
    ("86-vienne/acteurs/hote.yaml", HOTE),
    ("86-vienne/acteurs/fini.yaml", FINI),
    ("86-vienne/acteurs/reseau.yaml", "nom: Réseau\nsorte: réseau\ncommune: Poitiers\n"),
    ("86-vienne/acteurs/brouillon.yaml", BROUILLON),
    ("86-vienne/evenements/tout.yaml", EVENEMENTS),
    ("dispositifs/aidants.yaml", DISPOSITIF),
    ("dispositifs/visa.yaml", "nom: Visa d'essai\n"),
    ("territoires/quartier.yaml", TERRITOIRE),
    ("territoires/epci.yaml", EPCI),
];

const GUIDE: &str = r#"
titre: Guide d'essai
departement: "86"
editeur: Essai
adresse_publique: https://guide.exemple.fr/vienne/
demonstration: oui
"#;

const TOUT: &str = r#"
id: tout-ce-qui-se-dit
anciens_ids: [avant]
nom: "Maison « du \"Numérique\" », l'Entraide"
autres_noms: [MDN]
pivot: "10000000000008"
commune: Poitiers
adresse: 1 rue de l'Exemple
complement_adresse: Bâtiment B
latitude: 46.5802245
longitude: 0.3401239
typologie: [ASSO, CS]
sorte: lieu
forme: association
portee: commune
telephone: 05 36 49 12 01
courriels: [accueil@exemple.fr]
site_web: ["https://exemple.fr/a"]
horaires: mardi et jeudi 9h-12h, 14h-17h30
presentation_resume: "=1+1, une ligne qui a l'air d'une formule"
presentation_detail: |
  - un
  - deux; trois | "quatre"
itinerance: [Fixe]
structure_parente: hote
source: "@source"
services: [Aide aux démarches administratives]
publics_specifiquement_adresses: [Jeunes]
prise_en_charge_specifique: [Surdité]
frais_a_charge: [Gratuit]
dispositif_programmes_nationaux: [{nom: Aidants Connect, depuis: 2022-04, jusqu_au: 2027-12-31}, {nom: France Services, jusqu_au: 2025-12-31}]
formations_labels: [Les Éclaireurs du numérique (Drôme)]
autres_formations_labels: [QPV]
modalites_acces: [Se présenter, Téléphoner]
modalites_accompagnement: [En autonomie]
fiche_acces_libre: https://acceslibre.beta.gouv.fr/x
prise_rdv: https://exemple.fr/rdv
sans_rendez_vous: oui
inconditionnel: oui
niveau_aide: [faire avec]
demarches_papier: non
equipements: [{nom: ordinateur, nombre: 4}, wifi]
acces_libre: {postes: 4, horaires: lundi 9h-12h}
langues: [français]
accessibilite: Entrée de plain-pied.
venir: Bus 1.
tarif: C'est gratuit.
reserve_a: {quartiers: [Saint-Éloi], communes: [Poitiers], texte: Les habitants}
a_apporter: [une pièce d'identité]
quartier: quartier
reseaux: [quartier]
pass_numerique: [accepte]
changements:
  - {du: 2026-12-24, au: 2027-01-02, etat: fermé, raison: congés}
  - {le: 2026-12-08, etat: horaires changés, horaires: 10h-11h}
  - {le: 2025-12-08, etat: fermé, raison: passé}
contact_personne: {nom: Personne D'accord, role: animatrice, accord_jusqu_au: 2026-12-31}
oriente_vers: [hote]
finance_par: [hote]
interne: note-de-l-equipe
verifie: {le: 2026-11-03, par: Personne Qui-Verifie, comment: téléphone}
langue: fr
"#;

const BUS: &str = r#"
nom: Bus d'essai
commune: Poitiers
services: [Aide aux démarches administratives]
sans_rendez_vous: oui
telephone: 05 36 49 12 02
contact_personne: {nom: Personne Sans-Accord-Aujourd-hui, accord_jusqu_au: 2026-11-22}
changements: [{le: 2026-12-07, arret: Couronneries, etat: annulé, raison: entretien}]
tournee:
  base: La Blaiserie
  sauf: [jours fériés]
  arrets:
    - {nom: Couronneries, commune: Poitiers, ou: devant la médiathèque, adresse: 2 place de Provence, latitude: 46.6, longitude: 0.36, horaires: lundi 9h30-12h}
    - {nom: Chez l'hôte, chez: hote, horaires: "mardi 9h-12h, une semaine sur deux à partir du 1er décembre 2026"}
"#;

const HOTE: &str = r#"
nom: Hôte
commune: Lusignan
adresse: 3 place du Bail
horaires: "mercredi 14h-17h, sauf vacances de Noël"
permanences:
  - {de: tout-ce-qui-se-dit, qui: conseiller numérique, horaires: mercredi 9h-12h sur rendez-vous, du: 2026-09-02, au: 2027-06-30, services: [Insertion professionnelle via le numérique], sans_rendez_vous: non, telephone: 05 36 49 12 03}
"#;

const FINI: &str = r#"
nom: Lieu fini
commune: Poitiers
termine: {le: 2026-06-30, raison: fusion, remplace_par: hote}
"#;

const BROUILLON: &str = r#"
nom: brouillon-jamais-publie
commune: Poitiers
brouillon: oui
"#;

const EVENEMENTS: &str = r#"
id: parcours
anciens_ids: [parcours-2025]
nom: Parcours
autres_noms: [Le parcours]
langue: fr
sorte: parcours
organisateur: hote
qui: conseiller numérique
chez: tout-ce-qui-se-dit
en_ligne: {lien: "https://exemple.fr/visio", telephone: 05 36 49 12 05}
presentation_resume: Dix séances.
presentation_detail: Du **texte**.
seances: {nombre: 3, duree: 2h30, quand: jeudi 14h-16h30, du: 2027-01-14, au: 2027-01-28}
dates:
  - {le: 2027-01-21, etat: déplacé, raison: travaux, commune: Lusignan, adresse: 5 rue Neuve, ou: salle du haut, horaires: 15h-16h}
etat: complet
choix_des_seances: tout ou partie
avant_de_venir: Appelez.
fourni: [salle]
a_la_fin: Un ordinateur
a_apporter: [un stylo]
inscription: {telephone: 05 36 49 12 06, lien: "https://exemple.fr/i", courriel: i@exemple.fr, avant: 2027-01-08}
places: 8
decline_de: passe
lieux_visites: [hote]
intervenants: [un conseiller]
services: [Aide aux démarches administratives]
publics_specifiquement_adresses: [Seniors]
prise_en_charge_specifique: [Illettrisme]
frais_a_charge: [Gratuit]
tarif: Rien.
modalites_accompagnement: [Dans un atelier collectif]
sans_rendez_vous: non
reserve_a: {texte: Les habitants}
langues: [français]
accessibilite: De plain-pied.
portee: commune
telephone: 05 36 49 12 07
site_web: ["https://exemple.fr/p"]
source: Un agenda
finance_par: [hote]
oriente_vers: [hote]
interne: note-d-un-evenement
verifie: {le: 2026-11-01, par: Equipe Qui-Verifie-L-Evenement, comment: visite}
termine: {le: 2027-06-30, raison: fin des crédits, remplace_par: passe}
---
id: passe
nom: Forum passé
commune: Poitiers
dates: [{le: 2026-10-12, horaires: 14h-16h}]
compte_rendu: On a parlé.
---
id: semaine
nom: Semaine
commune: Poitiers
adresse: 1 place du Marché
latitude: 46.58
longitude: 0.34
du: 2026-12-01
au: 2026-12-20
---
id: rendez-vous
nom: Sur rendez-vous
commune: Poitiers
quand: lundi 9h-10h sur rendez-vous
du: 2026-12-01
au: 2026-12-20
"#;

const DISPOSITIF: &str = r#"
nom: Aidants Connect
anciens_ids: [aidant]
autres_noms: [Aidant Connect]
langue: fr
presentation_resume: Un mandat.
presentation_detail: Écrit.
source: L'État
en_six_mots: faire à votre place, par écrit
porte_par: L'État
depuis: 2019
lien: https://exemple.fr/aidants
terme_national: Aidants Connect
experimente: {territoire: Vienne, periode: 2019}
interne: note-d-un-dispositif
verifie: {le: 2026-11-01, comment: site}
termine: {le: 2027-01-01, raison: remplacé, remplace_par: visa}
"#;

const TERRITOIRE: &str = r#"
id: quartier
anciens_ids: [vieux-quartier]
nom: Saint-Éloi
autres_noms: [St Éloi]
langue: fr
sorte: quartier
code: QP086001
communes: [Poitiers]
presentation_resume: Un quartier.
presentation_detail: À l'est.
source: La Ville
coordinateur: hote
labels: [TANI]
strategie: Aller vers.
contrat_de_ville: {periode: 2024-2030, signataires: [La Ville], axes: [l'emploi]}
couverture: {valeur: 92 sur 100, date: 2026-06-30, source: Arcep}
qpv: {nom: Saint-Éloi, depuis: 2024}
interne: note-d-un-territoire
verifie: {le: 2026-11-01, comment: site}
termine: {le: 2030-01-01, raison: fin du contrat, remplace_par: epci}
"#;

const EPCI: &str = r#"
nom: Grand Poitiers
sorte: epci
code: "200069854"
"#;
