//! The nasty strings of `nasty.txt`, with their escapes read.

/// Every nasty string, in the order of the file.
pub fn nasty() -> Vec<String> {
    let lines = include_str!("nasty.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with("## ")).map(read).collect()
}

/// A line with its escapes read: `\n \r \t \\`, `\u{…}`, `\*3{ab}`.
fn read(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let sign = after.chars().next().unwrap();
        rest = &after[sign.len_utf8()..];
        match sign {
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            'u' => {
                let number = braced(&mut rest);
                text.push(char::from_u32(u32::from_str_radix(&number, 16).unwrap()).unwrap());
            }
            '*' => {
                let digits = rest.find('{').unwrap();
                let times = rest[..digits].parse().unwrap();
                rest = &rest[digits..];
                text.push_str(&read(&braced(&mut rest)).repeat(times));
            }
            '\\' => text.push('\\'),
            other => panic!("« \\{other} » is no escape of nasty.txt"),
        }
    }
    text + rest
}

/// What stands between braces, which it takes; braces inside stay together.
fn braced(rest: &mut &str) -> String {
    let mut depth = 0;
    for (at, sign) in rest.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let inside = rest[1..at].to_owned();
            *rest = &rest[at + 1..];
            return inside;
        }
    }
    panic!("a brace of nasty.txt is not closed: {rest}")
}

#[test]
fn escapes_are_read() {
    assert_eq!(read("a\\n\\u{e9}\\\\\\*3{x\\u{41}}{{"), "a\né\\xAxAxA{{");
    assert!(nasty().len() > 270);
}
