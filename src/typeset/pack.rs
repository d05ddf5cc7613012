//! A PDF in less than half its bytes: its small objects are packed together, the large ones stay as they are.
//!
//! The exporter writes every object by itself, uncompressed, and most of a tagged file is such objects: each cell,
//! word and link of its structure. PDF 1.5 has streams of objects for that. What the exporter writes is regular,
//! so no PDF is parsed here: its own table says where each object starts, and bodies are moved as they are.

use std::io::Write;
use std::ops::Range;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::Stamp;

/// Objects in one stream: a reader unpacks one to find any of them.
const TOGETHER: usize = 200;
/// Bytes of an entry of the exporter's table.
const ENTRY: usize = 20;

/// Where a reader finds an object.
#[derive(Clone, Copy)]
enum Found {
    /// Nowhere: the number is not used.
    Free,
    /// At this byte.
    At(usize),
    /// In this stream of objects, at this rank.
    In(usize, usize),
}

/// The packed file; nothing when the exporter no longer writes as it did.
pub(super) fn pack(plain: &[u8], stamp: Stamp, pages: usize) -> Option<Vec<u8>> {
    let (objects, trailer) = objects(plain)?;
    let first = objects.iter().flatten().map(|place| place.start).min()?;
    let mut out = Vec::with_capacity(plain.len() / 2);
    out.extend_from_slice(&plain[..first]);
    let mut table = vec![Found::Free; objects.len()];
    let mut small = Vec::new();
    for (number, place) in objects.into_iter().enumerate() {
        let Some(place) = place else { continue };
        let body = body(&plain[place.clone()], number)?;
        if body.ends_with(b"endstream") {
            table[number] = Found::At(out.len());
            out.extend_from_slice(&plain[place]);
        } else {
            small.push((number, body));
        }
    }
    for group in small.chunks(TOGETHER) {
        for (rank, (number, _)) in group.iter().enumerate() {
            table[*number] = Found::In(table.len(), rank);
        }
        table.push(Found::At(out.len()));
        together(group, table.len() - 1, &mut out)?;
    }
    finish(&mut out, table, trailer, &stamp.identifiers(pages))?;
    Some(out)
}

/// The place of each object by its number, and what the trailer says of the root and the description of the file.
fn objects(plain: &[u8]) -> Option<(Vec<Option<Range<usize>>>, &str)> {
    let tail = std::str::from_utf8(plain.get(plain.len().checked_sub(40)?..)?).ok()?;
    let (_, start) = tail.strip_suffix("\n%%EOF")?.rsplit_once("startxref\n")?;
    let start: usize = start.parse().ok()?;
    let table = std::str::from_utf8(plain.get(start..)?).ok()?;
    let (size, entries) = table.strip_prefix("xref\n0 ")?.split_once('\n')?;
    let size: usize = size.parse().ok()?;
    let entries_end = size.checked_mul(ENTRY)?;
    let used = |entry: &[u8]| -> Option<usize> {
        let entry = std::str::from_utf8(entry).ok()?;
        entry.ends_with(" 00000 n\r\n").then(|| entry[..10].parse().ok())?
    };
    let starts: Vec<Option<usize>> =
        entries.as_bytes().get(..entries_end)?.chunks(ENTRY).map(used).collect();
    let mut order: Vec<usize> = starts.iter().flatten().copied().chain([start]).collect();
    order.sort_unstable();
    let place = |start: &Option<usize>| {
        let start = (*start)?;
        let next = order.get(order.partition_point(|other| *other <= start))?;
        Some(start..*next)
    };
    let trailer = entries.get(entries_end..)?;
    let kept = &trailer[trailer.find("/Root")?..trailer.find("/ID")?];
    Some((starts.iter().map(place).collect(), kept.trim()))
}

/// What stands between `7 0 obj` and `endobj`.
fn body(object: &[u8], number: usize) -> Option<&[u8]> {
    let start = format!("{number} 0 obj\n");
    let trimmed = object.trim_ascii_end();
    trimmed.strip_prefix(start.as_bytes())?.strip_suffix(b"\nendobj")
}

/// Writes a stream of objects: numbers and places first, then the bodies.
fn together(group: &[(usize, &[u8])], number: usize, out: &mut Vec<u8>) -> Option<()> {
    let mut head = String::new();
    let mut at = 0;
    for (number, body) in group {
        head.push_str(&format!("{number} {at} "));
        at += body.len() + 1;
    }
    let mut bodies = Vec::with_capacity(head.len() + at);
    bodies.extend_from_slice(head.as_bytes());
    for (_, body) in group {
        bodies.extend_from_slice(body);
        bodies.push(b'\n');
    }
    let said = format!("/Type/ObjStm/N {}/First {}", group.len(), head.len());
    stream(number, &said, "", &bodies, out)
}

/// Writes the last object, the table of all, and where it stands.
fn finish(out: &mut Vec<u8>, mut table: Vec<Found>, kept: &str, identifiers: &str) -> Option<()> {
    let start = out.len();
    let number = table.len();
    table.push(Found::At(start));
    // Places are the largest numbers of the table.
    let width = (usize::BITS - start.leading_zeros()).div_ceil(8) as usize;
    let columns = width + 3;
    let mut rows = Vec::with_capacity(table.len() * (columns + 1));
    let mut above = vec![0; columns];
    for found in &table {
        let row = row(*found, width);
        // Each row is told by what differs from the one above (PNG's filter « up »): mostly zeros.
        rows.push(2);
        rows.extend(row.iter().zip(&above).map(|(byte, above)| byte.wrapping_sub(*above)));
        above = row;
    }
    let said = format!("/Type/XRef/Size {}/W[1 {width} 2]{kept}{identifiers}", table.len());
    let filter = format!("/DecodeParms<</Predictor 12/Columns {columns}>>");
    stream(number, &said, &filter, &rows, out)?;
    write!(out, "startxref\n{start}\n%%EOF").ok()
}

fn row(found: Found, width: usize) -> Vec<u8> {
    let (kind, place, rank) = match found {
        Found::Free => (0, 0, usize::from(u16::MAX)),
        Found::At(start) => (1, start, 0),
        Found::In(stream, rank) => (2, stream, rank),
    };
    let place = place.to_be_bytes();
    let rank = rank.to_be_bytes();
    let mut row = vec![kind];
    row.extend_from_slice(&place[place.len() - width..]);
    row.extend_from_slice(&rank[rank.len() - 2..]);
    row
}

fn stream(number: usize, said: &str, filter: &str, data: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(data).ok()?;
    let data = packer.finish().ok()?;
    let length = data.len();
    write!(out, "{number} 0 obj\n<<{said}/Filter/FlateDecode{filter}/Length {length}>>\nstream\n")
        .ok()?;
    out.extend_from_slice(&data);
    out.extend_from_slice(b"\nendstream\nendobj\n");
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "%PDF-1.7\n%1234\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
        2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\nxref\n0 3\n0000000000 65535 f\r\n\
        0000000015 00000 n\r\n0000000060 00000 n\r\ntrailer\n<<\n  /Size 3\n  /Root 1 0 R\n  \
        /ID [(a) (b)]\n>>\nstartxref\n106\n%%EOF";

    #[test]
    fn a_packed_file_says_its_stamp() {
        let packed = pack(PLAIN.as_bytes(), Stamp([7; 16]), 70_000).unwrap();
        assert!(packed.starts_with(b"%PDF-1.7\n%1234\n3 0 obj\n<</Type/ObjStm/N 2/First 9/Filter"));
        assert_eq!(super::super::stamped(&packed), Some((Stamp([7; 16]), 70_000)));
    }

    #[test]
    fn another_way_of_writing_is_not_guessed_at() {
        for (from, to) in
            [("xref\n0 3", "xref\n1 3"), ("endobj\nxref", "xref"), ("106", "105"), ("/ID", "/Id")]
        {
            let other = PLAIN.replace(from, to);
            assert!(pack(other.as_bytes(), Stamp([7; 16]), 1).is_none(), "{from}");
        }
        assert!(pack(b"", Stamp([7; 16]), 1).is_none());
    }
}
