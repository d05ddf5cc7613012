//! One pass over a page, heard by every rule that reads pages.

use super::implied::Implied;
use super::tokens::{Tag, Token, Tokens};

/// What a rule hears of a page; it keeps what it needs.
pub(super) trait Listener<'a> {
    /// A tag opens at a byte of the page.
    fn open(&mut self, _tag: &Tag<'a>, _at: usize) {}
    /// A tag closes at a byte of the page.
    fn close(&mut self, _name: &str, _at: usize) {}
    /// A text of the page, escapes included.
    fn text(&mut self, _text: &'a str) {}
}

/// Reads a page once, for all.
pub(super) fn read<'a>(page: &'a str, listeners: &mut [&mut dyn Listener<'a>]) {
    let mut implied = Implied::default();
    for (at, token) in Tokens::of(page) {
        let ended = match &token {
            Token::Open(tag) => implied.opens(&tag.name),
            Token::Close(name) => implied.closes(name),
            Token::Text(_) => None,
        };
        for listener in &mut *listeners {
            if let Some(name) = ended {
                listener.close(name, at);
            }
            match &token {
                Token::Open(tag) => listener.open(tag, at),
                Token::Close(name) => listener.close(name, at),
                Token::Text(text) => listener.text(text),
            }
        }
    }
}
