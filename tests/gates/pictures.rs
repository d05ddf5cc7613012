//! Pictures that are none, too rich, absent, silent or unused.

use crate::support::{self, Desk};
use crate::{DRAWING, PLACE, said};

/// What a check says of a guide whose one place shows a picture.
fn said_of_picture(name: &str, bytes: &[u8]) -> (String, bool) {
    let record = format!("{}images: [{{fichier: {name}, alt: La porte}}]\n", PLACE.1);
    let desk = Desk::with(&[(PLACE.0, &record)]);
    desk.write(&format!("content/86-vienne/images/{name}"), bytes);
    said(&desk)
}

#[test]
fn a_picture_that_is_none_is_refused_with_what_to_do() {
    for (name, bytes, message) in [
        (
            "porte.heic",
            b"\0\0\0\x18ftypheic".as_slice(),
            "C’est une image HEIC ou AVIF, que jalon ne sait pas lire.\n--> content/86-vienne/images/porte.heic\n = à faire: Enregistrez-la en JPEG ; sur un iPhone : Réglages, Appareil photo, Formats, « Le plus compatible ».",
        ),
        (
            "porte.svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "C’est un dessin SVG : jalon n’en publie pas, car ces fichiers peuvent contenir des programmes.\n--> content/86-vienne/images/porte.svg\n = à faire: Exportez-le en PNG, large de 480 pixels, depuis le logiciel qui l’a fait.",
        ),
        (
            "porte.jpg",
            b"Bonjour",
            "Ce fichier n’est pas une image que jalon sait lire.\n--> content/86-vienne/images/porte.jpg\n = à faire: Enregistrez-la en JPEG (photo) ou en PNG (dessin) depuis un logiciel d’images.",
        ),
        (
            "porte.png",
            &DRAWING[..400],
            "Cette image est coupée ou abîmée : elle ne se lit pas jusqu’au bout.\n--> content/86-vienne/images/porte.png\n = à faire: Copiez-la à nouveau depuis l’appareil, ou enregistrez-la en JPEG depuis un logiciel d’images.",
        ),
    ] {
        let expected = format!("erreur[image-illisible]: {message}\n\n");
        assert_eq!(said_of_picture(name, bytes), (expected, false));
    }
    assert_eq!(said_of_picture("porte.jpg", DRAWING), (String::new(), true));
}

#[test]
fn a_picture_too_rich_in_details_says_how_heavy_it_stays() {
    // Each pixel is another colour than its neighbours: 480 by 480 of them, written without packing.
    let side = 480_u32;
    let mut state = 7_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let lines = (0..side).flat_map(|_| {
        std::iter::once(0).chain((0..side * 3).map(|_| noise())).collect::<Vec<u8>>()
    });
    let png = png_of(side, &lines.collect::<Vec<u8>>());
    let (said, published) = said_of_picture("foule.png", &png);
    let (start, rest) = said.split_once(" ko une fois").unwrap();
    let weight: u32 = start
        .strip_prefix("erreur[image-trop-lourde]: Cette image pèse encore ")
        .unwrap()
        .parse()
        .unwrap();
    assert!(weight > 20 && !published, "{said}");
    assert_eq!(
        rest,
        " réduite, à la qualité 30 sur 100 ; la limite est 20 ko.\n--> content/86-vienne/images/foule.png\n = à faire: Recadrez-la sur ce qu’il faut voir (la porte, l’enseigne), ou prenez-la devant un fond plus simple : les feuillages, les graviers et les foules pèsent le plus.\n\n"
    );
}

/// A PNG of red, green and blue, from its lines as the format writes them.
fn png_of(side: u32, lines: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(lines).unwrap();
    let header = [&side.to_be_bytes()[..], &side.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, held) in
        [(b"IHDR", header), (b"IDAT", packer.finish().unwrap()), (b"IEND", Vec::new())]
    {
        let body = [&kind[..], &held].concat();
        let mut sum = flate2::Crc::new();
        sum.update(&body);
        png.extend_from_slice(&(held.len() as u32).to_be_bytes());
        png.extend_from_slice(&body);
        png.extend_from_slice(&sum.sum().to_be_bytes());
    }
    png
}

#[test]
fn pictures_of_texts_that_are_absent_silent_or_unused_are_told() {
    let desk = Desk::with(&[
        PLACE,
        ("86-vienne/pages/aide.md", "---\ntitre: Aide\n---\n\n![Le bus](buss.png)\n"),
    ]);
    desk.write("content/86-vienne/images/bus.png", DRAWING);
    assert_eq!(
        said(&desk),
        (
            "attention[image-inutile]: Aucune fiche ni aucune page ne montre cette image : elle n’est pas publiée.\n--> content/86-vienne/images/bus.png\n = à faire: Citez-la dans « images » d’une fiche, ou effacez le fichier.\n\n\
             attention[image-absente]: L’image « buss.png » n’est pas dans le dossier « images » du guide.\n --> content/86-vienne/pages/aide.md:5:1\n  |\n5 | ![Le bus](buss.png)\n  | ^^^^^^^^^^^^^^^^^^^\n  |\n  = à faire: Vouliez-vous dire « bus.png » ?\n\n"
                .into(),
            true
        )
    );
    assert!(
        !support::tree(&desk.path().join("output")).keys().any(|file| file.contains("images/"))
    );
    desk.write("content/86-vienne/pages/aide.md", "---\ntitre: Aide\n---\n\n![](bus.png)\n");
    assert_eq!(
        said(&desk),
        (
            "erreur[image-sans-texte]: L’image « bus.png » n’a pas de texte de remplacement.\n --> content/86-vienne/pages/aide.md:5:1\n  |\n5 | ![](bus.png)\n  | ^^^^^^^^^^^^\n  |\n  = à faire: Écrivez entre les crochets ce que montre l’image : « ![Le bus devant la mairie](bus.jpg) ». Une image qui ne fait que décorer se met en tête de page, dans « images », avec « alt: \"\" ».\n\n"
                .into(),
            false
        )
    );
}
