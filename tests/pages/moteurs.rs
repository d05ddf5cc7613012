//! What programs read beside a page: an event in the words of schema.org, a card for the address book of a phone.

use serde_json::{Value as Json, json};

use crate::reading::{built, href};
use crate::support::{Desk, TODAY};

/// The object that stands in a page.
fn donnees(page: &str) -> Option<Json> {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">")?;
    Some(serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap())
}

fn event(keys: &str) -> Option<Json> {
    let desk = Desk::with(&[
        (
            "86-vienne/acteurs/mediatheque.yaml",
            "nom: Médiathèque\ncommune: Lusignan\ncode_postal: \"86600\"\nadresse: 4 place Haute\n",
        ),
        ("86-vienne/evenements/a.yaml", &format!("nom: \"Atelier </script><b> & 'co'\"\n{keys}")),
    ]);
    donnees(&built(&desk, TODAY)["86-vienne/evenements/a.html"])
}

#[test]
fn an_event_to_come_says_its_next_day_its_place_and_its_price() {
    let address = json!({
        "@type": "PostalAddress", "streetAddress": "4 place Haute", "postalCode": "86600",
        "addressLocality": "Lusignan", "addressCountry": "FR"
    });
    let place = json!({"@type": "Place", "name": "Médiathèque", "address": address});
    assert_eq!(
        event(
            "chez: mediatheque\nfrais_a_charge: [Gratuit]\ndates: [{le: 2026-10-01, horaires: 9h-10h}, {le: 2026-12-08, horaires: 14h-16h30}]\n"
        ),
        Some(json!({
            "@context": "https://schema.org", "@type": "Event", "name": "Atelier </script><b> & 'co'",
            "startDate": "2026-12-08T14:00", "endDate": "2026-12-08T16:30", "location": place, "isAccessibleForFree": true
        }))
    );
    let cancelled =
        event("chez: mediatheque\netat: annulé\ndates: [{le: 2026-12-08, horaires: 20h-22h}]\n")
            .unwrap();
    assert_eq!(cancelled["eventStatus"], "https://schema.org/EventCancelled");
    let online =
        event("en_ligne: {lien: \"https://visio.exemple.fr/a\"}\ndates: [{le: 2026-12-08}]\n")
            .unwrap();
    assert_eq!(
        online["location"],
        json!({"@type": "VirtualLocation", "url": "https://visio.exemple.fr/a"})
    );
    assert_eq!(online["startDate"], "2026-12-08");
    assert_eq!(
        event(
            "commune: Lusignan\ndates: [{le: 2026-10-01, horaires: 9h-10h}]\ncompte_rendu: Merci.\n"
        ),
        None
    );
}

#[test]
fn a_place_that_can_be_called_has_a_card_beside_its_page() {
    let desk = Desk::with(&[
        (
            "86-vienne/acteurs/a.yaml",
            "nom: \"Médiathèque; l'annexe\"\ncommune: Lusignan\ntelephone: 05 36 49 12 01\n",
        ),
        ("86-vienne/acteurs/b.yaml", "nom: Sans rien\ncommune: Lusignan\n"),
        (
            "86-vienne/acteurs/c.yaml",
            "nom: Fini\ncommune: Lusignan\ntelephone: 05 36 49 12 02\ntermine: {le: 2026-01-01}\n",
        ),
    ]);
    let pages = built(&desk, TODAY);
    assert_eq!(href(&pages["86-vienne/acteurs/a.html"], "Mettre dans mes contacts"), "a.vcf");
    let card = desk.read("output/86-vienne/acteurs/a.vcf");
    assert!(
        card.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\n") && card.ends_with("END:VCARD\r\n"),
        "{card}"
    );
    assert!(
        card.contains("FN:Médiathèque\\; l'annexe\r\n") && card.contains("tel:+33536491201\r\n"),
        "{card}"
    );
    for name in ["b", "c"] {
        assert!(!pages[&format!("86-vienne/acteurs/{name}.html")].contains(".vcf"), "{name}");
        assert!(
            !desk.path().join(format!("output/86-vienne/acteurs/{name}.vcf")).exists(),
            "{name}"
        );
    }
}
