//! A page carries only the rules of the style that it uses: on a slow line, each hundred bytes count.

mod names;
mod selector;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use super::style::Style;
use names::{Names, Used};
use selector::{Selector, listed};

/// A style, its rules apart, and the trimmed styles already made.
#[derive(Debug, Default)]
pub struct Trimmer {
    whole: Style,
    items: Vec<Item>,
    names: Names,
    /// By the names a page uses. Only looked up: its order never reaches an output.
    made: Mutex<HashMap<Used, Arc<Style>>>,
}

/// A part of a style.
#[derive(Debug)]
enum Item {
    /// Selectors, and the declarations between braces.
    Rule(Vec<Selector>, String),
    /// A condition with the rules below it.
    Block(String, Vec<Item>),
    /// `@page` and the like: kept as they are.
    Other(String),
}

impl Trimmer {
    /// Takes a compact style apart.
    pub fn new(whole: &Style) -> Self {
        let items = items(&whole.css);
        let mut names = BTreeSet::new();
        collect(&items, &mut names);
        Self { whole: whole.clone(), items, names: Names::of(&names), made: Mutex::default() }
    }

    /// The page with only the rules it uses; a page that does not hold the whole style stays as it is.
    pub fn trimmed(&self, page: String) -> String {
        let Some(start) = self.start(&page) else { return page };
        let end = start + self.whole.css.len();
        let style = self.style(self.names.used_in(&page[end..]));
        let head = page[..start].replace(&self.whole.hash, &style.hash);
        [head.as_str(), &style.css, &page[end..]].concat()
    }

    /// Where the whole style begins in a page: its first rule is looked for, then all of it is compared.
    fn start(&self, page: &str) -> Option<usize> {
        let css = &self.whole.css;
        let rule = &css[..css.find('}')?];
        page.match_indices(rule).map(|(at, _)| at).find(|at| page[*at..].starts_with(css))
    }

    fn style(&self, used: Used) -> Arc<Style> {
        // A thread that stopped half-way left a style that is whole or none.
        let mut made = self.made.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(style) = made.get(&used) {
            return Arc::clone(style);
        }
        let mut css = String::new();
        write(&self.items, &self.names.names(&used), &mut css);
        let style = Arc::new(Style::of(css));
        made.insert(used, Arc::clone(&style));
        style
    }
}

/// The rules of a compact style.
fn items(css: &str) -> Vec<Item> {
    let mut found = Vec::new();
    let mut rest = css;
    while let Some(open) = rest.find('{') {
        let head = &rest[..open];
        let length = closing(&rest[open..]);
        let body = rest.get(open + 1..open + length).unwrap_or_default();
        found.push(match head.strip_prefix('@') {
            Some(name) if name.starts_with("media") => Item::Block(head.to_owned(), items(body)),
            Some(_) => Item::Other(format!("{head}{{{body}}}")),
            None => {
                Item::Rule(listed(head).into_iter().map(Selector::read).collect(), body.to_owned())
            }
        });
        rest = rest.get(open + length + 1..).unwrap_or_default();
    }
    found
}

/// Where the brace that opens a text is closed; braces in quotes do not count.
fn closing(text: &str) -> usize {
    let (mut depth, mut quote) = (0, None);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => depth += 1,
            (None, '}') if depth == 1 => return at,
            (None, '}') => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn collect(items: &[Item], names: &mut BTreeSet<String>) {
    for item in items {
        match item {
            Item::Rule(selectors, _) => {
                names.extend(selectors.iter().flat_map(|selector| selector.names.iter().cloned()));
            }
            Item::Block(_, inner) => collect(inner, names),
            Item::Other(_) => {}
        }
    }
}

/// Writes the rules that some names call for.
fn write(items: &[Item], used: &[&str], out: &mut String) {
    for item in items {
        match item {
            Item::Other(text) => out.push_str(text),
            Item::Block(head, inner) => {
                let mut kept = String::new();
                write(inner, used, &mut kept);
                if !kept.is_empty() {
                    out.push_str(&format!("{head}{{{kept}}}"));
                }
            }
            Item::Rule(selectors, body) => {
                let called = |selector: &&Selector| {
                    selector.names.iter().all(|name| used.binary_search(&name.as_str()).is_ok())
                };
                let kept: Vec<&str> = selectors
                    .iter()
                    .filter(called)
                    .map(|selector| selector.text.as_str())
                    .collect();
                if !kept.is_empty() {
                    out.push_str(&format!("{}{{{body}}}", kept.join(",")));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = "body{color:#000}a,.large td{margin:0}.choix a:focus,dt{top:0}\
        @media print{@page{margin:1cm}*{color:#000}.choix{left:0}}@media screen{table{width:1px}}\
        .fil a::after{content:\" } .x{\"}[href^=http]::after,[aria-current]{top:1px}";

    fn trimmed(body: &str) -> (String, bool) {
        let whole = Style::of(CSS.to_owned());
        let page = format!("<meta content=\"{}\"><style>{CSS}</style>{body}", whole.hash);
        let page = Trimmer::new(&whole).trimmed(page);
        let css = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        (css.to_owned(), page.contains(&Style::of(css.to_owned()).hash))
    }

    #[test]
    fn only_rules_that_are_used_stay_and_the_policy_names_them() {
        let (css, allowed) = trimmed("<p>Bonjour</p>");
        assert_eq!(css, "body{color:#000}@media print{@page{margin:1cm}*{color:#000}}");
        assert!(allowed);
        let (css, allowed) = trimmed("<ul class=\"x choix\"><li><a href=\"#\">Un</a></li></ul>");
        assert_eq!(
            css,
            "body{color:#000}a{margin:0}.choix a:focus{top:0}\
             @media print{@page{margin:1cm}*{color:#000}.choix{left:0}}"
        );
        assert!(allowed);
        let (css, _) = trimmed("<nav class=\"fil\"><a>x</a></nav><table></table>");
        assert!(css.ends_with("@media screen{table{width:1px}}.fil a::after{content:\" } .x{\"}"));
        let (css, _) = trimmed("<a aria-current=\"page\" href=\"x.html\">x</a>");
        assert!(css.ends_with("}[aria-current]{top:1px}"), "{css}");
        let (css, _) = trimmed("<a href=\"https://x.fr\">x</a>");
        assert!(css.ends_with("}[href^=http]::after{top:1px}"), "{css}");
    }

    #[test]
    fn selectors_of_every_shape_are_understood() {
        let css = "#contenu{top:0}h1:nth-child(2n+1){top:1px}h1:not(.rien){top:2px}\
                   :is(h1,h3){top:3px}h4:hover::before{top:4px}";
        let whole = Style::of(css.to_owned());
        let page = format!("<style>{css}</style><h1 id=\"contenu\">x</h1>");
        let trimmed = Trimmer::new(&whole).trimmed(page);
        let kept = css.replace("h4:hover::before{top:4px}", "");
        assert!(trimmed.starts_with(&format!("<style>{kept}</style>")), "{trimmed}");
    }

    #[test]
    fn a_page_with_another_style_is_left_alone() {
        let trimmer = Trimmer::new(&Style::of(CSS.to_owned()));
        assert_eq!(trimmer.trimmed("<style>b{}</style>".into()), "<style>b{}</style>");
    }
}
