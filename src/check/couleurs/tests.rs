//! Styles that can be read everywhere, and styles that cannot.

use proptest::prelude::*;

use super::*;

const BASE: &str = include_str!("../../../themes/base/style.css");
const BRICK: Colour = Colour::new(0x7a, 0x2e, 0x12);

fn said(style: &str) -> Vec<String> {
    let faults = faults(style, BRICK);
    faults
        .iter()
        .map(|(place, fault)| format!("{} {}", &style[place.clone()], fault.said().0))
        .collect()
}

#[test]
fn a_pair_is_computed_as_it_stands() {
    // 3.54: the well-known grey of too many sites.
    assert_eq!(
        said(".a { color: #888; background: #fff }"),
        ["color: #888 « .a » se lit mal partout : contraste 3,5 entre #888888 et #ffffff."]
    );
    assert_eq!(
        said(".a { color: #fff; background: #003 } @media print { .a { color: #000 } }"),
        [""; 0]
    );
}

#[test]
fn a_colour_alone_stands_on_the_ground_of_pages() {
    let page = "body { color: #000; background: #fff }";
    assert_eq!(
        said(&format!("{page} h2 {{ color: #ccc }}")),
        ["color: #ccc « h2 » se lit mal partout : contraste 1,6 entre #cccccc et #ffffff."]
    );
    let dark =
        "@media screen and (prefers-color-scheme: dark) { body { color: #eee; background: #111 } }";
    assert_eq!(
        said(&format!("{page} h2 {{ color: #333 }} {dark}")),
        [
            "color: #333 « h2 » se lit mal sur écran sombre : contraste 1,4 entre #333333 et #111111."
        ]
    );
    assert_eq!(
        said(&format!(
            "{page} h2 {{ color: #333 }} {dark} @media (prefers-color-scheme: dark) {{ h2 {{ color: #ccc }} }}"
        )),
        [""; 0]
    );
}

#[test]
fn a_ground_alone_bears_the_text_of_pages() {
    let page = "body { color: #000; background: #fff }";
    assert_eq!(
        said(&format!("{page} .a {{ background: navy url(a.png) }}")),
        [
            "background: navy url(a.png) « .a » se lit mal sur écran clair et sur écran sombre : contraste 1,3 entre #000000 et #000080."
        ]
    );
    assert_eq!(said(&format!("{page} .a {{ background: none; border-color: #eee }}")), [""; 0]);
}

#[test]
fn what_is_said_of_everything_overrules() {
    let style = "p { color: #ccc } @media print { * { color: #000 !important } }";
    assert_eq!(
        said(style),
        ["color: #ccc « p » se lit mal sur écran clair : contraste 1,6 entre #cccccc et #ffffff."]
    );
}

proptest! {
    /// Every pair of the base theme, light, dark and printed, whatever accent a guide may choose.
    #[test]
    fn the_base_style_can_be_read_in_every_accent(rgb in any::<[u8; 3]>()) {
        let [red, green, blue] = rgb;
        let accent = Colour::new(red, green, blue);
        let darker = |percent| accent.mixed(Colour::new(0, 0, 0), percent);
        let allowed = |accent: &Colour| accent.contrast(Colour::WHITE) >= LEAST_CONTRAST;
        let accent = (0..=100).map(darker).find(allowed);
        let found = faults(BASE, accent.unwrap_or(Colour::new(0, 0, 0)));
        let said: Vec<String> = found.iter().map(|(_, fault)| fault.said().0).collect();
        prop_assert_eq!(said, [""; 0]);
    }
}
