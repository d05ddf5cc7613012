//! What is subscribed to or imported is known by its UID: it stays, whatever day the guide is built and whatever else is
//! written.

use std::collections::{BTreeMap, BTreeSet};

use jalon::plan::Medium;
use proptest::prelude::*;

use crate::printed::Printed;
use crate::support::{Desk, TODAY, repository};
use crate::{any_guide, contents, expand, strict};

/// UIDs by file, then by beginning and title.
type Uids = BTreeMap<String, BTreeMap<(String, String), BTreeSet<String>>>;

fn uids(printed: &Printed) -> Uids {
    let mut all = Uids::new();
    for (address, ..) in printed.sujets(Medium::Ics) {
        let calendar = strict::checked(&printed.files[address]).unwrap();
        let file = all.entry(address.to_owned()).or_default();
        for ((from, _, title, _), uid) in expand::lines(&calendar).unwrap() {
            file.entry((from, title)).or_default().insert(uid);
        }
    }
    all
}

/// What is said, by guide, with its UIDs and the file that says it first.
type Known<'a> = BTreeMap<(&'a str, &'a (String, String)), (&'a BTreeSet<String>, &'a str)>;

/// What both builds say has the UIDs it had; how many things that is.
fn same(before: &Uids, after: &Uids) -> usize {
    let mut kept = 0;
    for (address, file) in before {
        let Some(now) = after.get(address) else { continue };
        for (what, uids) in file {
            if let Some(found) = now.get(what) {
                assert_eq!(found, uids, "{address}: {what:?}");
                kept += 1;
            }
        }
    }
    kept
}

/// The same thing has the same UID in each file of a guide that says it.
fn agree(all: &Uids) {
    let mut known = Known::new();
    let is_part = |address: &str| !address.ends_with("/calendriers/agenda.ics");
    let mut files: Vec<_> = all.iter().collect();
    // The whole guide first: it may say two things of one title where a commune says one of them.
    files.sort_by_key(|(address, _)| is_part(address));
    for (address, file) in files {
        let guide = address.split('/').next().unwrap();
        for (what, uids) in file {
            let (first, whose) = *known.entry((guide, what)).or_insert((uids, address));
            assert!(uids.is_subset(first), "{what:?}: {uids:?} in {address}, {first:?} in {whose}");
        }
    }
}

/// Seven days later.
fn next_week(today: &str) -> String {
    let day: jiff::civil::Date = today.parse().unwrap();
    day.saturating_add(jiff::ToSpan::days(7)).to_string()
}

#[test]
fn uids_stay_from_one_week_to_the_next_and_from_one_file_to_the_other() {
    for content in contents::all() {
        let now = uids(&Printed::of(&content.path, content.today));
        agree(&now);
        let later = uids(&Printed::of(&content.path, &next_week(content.today)));
        let kept = same(&now, &later);
        assert!(kept > 50, "{}: {kept}", content.name);
    }
}

#[test]
fn uids_stay_when_other_records_come_and_go() {
    let desk = Desk::copy_of("content");
    let content = desk.path().join("content");
    let before = uids(&Printed::of(&repository().join("content"), TODAY));
    // First of all actors and events, at a place where others come, under a name that another has.
    desk.write(
        "content/86-vienne/acteurs/aaa.yaml",
        "nom: AAA\ncommune: Loudun\npermanences:\n  - {chez: mediatheque-municipale-loudun, horaires: \"mardi 9h-12h, mercredi 14h-17h\"}\n\
         tournee:\n  arrets:\n    - {nom: Mairie, commune: Lusignan, horaires: lundi 9h-12h}\n",
    );
    desk.write(
        "content/86-vienne/evenements/aaa.yaml",
        "nom: AAA\nchez: mediatheque-municipale-loudun\nquand: mercredi 14h-17h\n",
    );
    let after = Printed::of(&content, TODAY);
    let vienne = after.guides.guides.iter().position(|guide| guide.dossier == "86-vienne").unwrap();
    assert!(after.guides.find_acteur("mediatheque-municipale-loudun", vienne).is_some());
    let after = uids(&after);
    let all: usize = before.values().map(BTreeMap::len).sum();
    assert_eq!(same(&before, &after), all);
    // And back.
    same(&after, &before);
}

/// A bus and a library, each with two things of the same hours.
const ALIKE: [(&str, &str); 3] = [
    (
        "86-vienne/acteurs/lieu.yaml",
        "nom: Lieu\ncommune: Lusignan\npermanences:\n  - {qui: juriste, horaires: mardi 9h-12h}\n  - {qui: médiatrice, horaires: mardi 9h-12h}\n",
    ),
    (
        "86-vienne/acteurs/association-departementale-pour-l-acces-de-toutes-aux-usages-b.yaml",
        "nom: B\ncommune: Vivonne\npermanences:\n  - {chez: lieu, horaires: mardi 9h-12h}\n",
    ),
    (
        "86-vienne/acteurs/association-departementale-pour-l-acces-de-toutes-aux-usages-c.yaml",
        "nom: C\ncommune: Vivonne\npermanences:\n  - {chez: lieu, horaires: mardi 9h-12h}\n",
    ),
];

#[test]
fn things_alike_have_uids_of_their_own_that_the_others_do_not_change() {
    let all = uids(&Printed::with(&ALIKE, TODAY));
    agree(&all);
    let address = "86-vienne/calendriers/acteurs/lieu.ics";
    let names = |uids: &Uids| uids[address].values().flatten().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&all).len(), 4, "{:?}", names(&all));
    // Without the first permanence, without the first association: the others keep theirs.
    let fewer = ALIKE[0].1.replace("  - {qui: juriste, horaires: mardi 9h-12h}\n", "");
    let fewer = [(ALIKE[0].0, fewer.as_str()), ALIKE[2]];
    let fewer = uids(&Printed::with(&fewer, TODAY));
    assert!(same(&fewer, &all) > 0);
    assert!(names(&fewer).is_subset(&names(&all)), "{:?} {:?}", names(&fewer), names(&all));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn uids_of_any_guide_stay_from_one_week_to_the_next((today, until, facts) in any_guide::guide()) {
        let files = facts.files(until);
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let now = uids(&Printed::with(&files, &today.iso()));
        agree(&now);
        same(&now, &uids(&Printed::with(&files, &today.plus(7).iso())));
    }
}
