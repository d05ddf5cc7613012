"""Reads workbooks, cards and JSON-LD with parsers that are not ours: `exports.py FOLDER` prints `{file: [fault…]}`.

The three forms of the staff's sheets hold the same cells, none of them a formula; each card has a name and an end.
"""

import csv
import json
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import rdflib
import vobject

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
FILES = {"acteurs": "acteurs", "permanences": "permanences", "arrêts": "arrets", "changements": "changements"}
FILES |= {"événements": "evenements", "dates": "dates"}


def said(value):
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return repr(value) if isinstance(value, float) else str(value)


def of_xlsx(path, faults):
    sheets = {}
    for sheet in openpyxl.load_workbook(path).worksheets:
        faults += [f"{sheet.title} {cell.coordinate} is a formula" for row in sheet for cell in row if cell.data_type == "f"]
        sheets[sheet.title] = [[said(cell.value) for cell in row] for row in sheet]
    return sheets


def words(node):
    """The text of a paragraph, blanks counted as OpenDocument counts them."""
    out = node.text or ""
    for child in node:
        if child.tag == f"{TEXT}s":
            out += " " * int(child.get(f"{TEXT}c", 1))
        elif child.tag == f"{TEXT}tab":
            out += "\t"
        out += child.tail or ""
    return out


def of_ods(path, faults):
    with zipfile.ZipFile(path) as package:
        first = package.infolist()[0]
        if (first.filename, first.compress_type) != ("mimetype", zipfile.ZIP_STORED):
            faults.append("the type of the document does not come first, as it is")
        root = ElementTree.fromstring(package.read("content.xml"))
    sheets = {}
    for table in root.iter(f"{TABLE}table"):
        rows = []
        for row in table.iter(f"{TABLE}table-row"):
            cells = []
            for cell in row.iter(f"{TABLE}table-cell"):
                if cell.get(f"{TABLE}formula"):
                    faults.append(f"{table.get(f'{TABLE}name')} has a formula")
                text = "\n".join(words(one) for one in cell.iter(f"{TEXT}p"))
                value = cell.get(f"{OFFICE}date-value") or text
                cells += [value] * int(cell.get(f"{TABLE}number-columns-repeated", 1))
            rows.append(cells)
        sheets[table.get(f"{TABLE}name")] = rows
    return sheets


def of_csv(folder, faults):
    sheets = {}
    for name, stem in FILES.items():
        raw = (folder / f"{stem}.csv").read_bytes()
        if not raw.startswith(b"\xef\xbb\xbf") or not raw.endswith(b"\r\n"):
            faults.append(f"{stem}.csv has no mark of UTF-8, or no CRLF")
        lines = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True), delimiter=";", strict=True))
        run = [cell for line in lines for cell in line if cell.strip()[:1] in tuple("=+-@") and not cell.lstrip("+-").replace(".", "").isdigit()]
        faults += [f"{stem}.csv: {cell} is run" for cell in run]
        sheets[name] = [[cell[1:] if cell.startswith("'") and cell[1:].lstrip("' \t")[:1] in tuple("=+-@") else cell for cell in line] for line in lines]
    return sheets


def of_jsonld(path):
    """Every thing of the graph has a type and a name, as triples; the context of schema.org is its names, no network."""
    document = json.loads(path.read_text(encoding="utf-8"))
    if document["@context"] != "https://schema.org/":
        return ["its context is not that of schema.org"]
    document["@context"] = {"@vocab": "https://schema.org/"}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    things = [one for kind in (schema.CivicStructure, schema.Event) for one in graph.subjects(rdflib.RDF.type, kind)]
    nameless = [one for one in things if (one, schema.name, None) not in graph]
    undated = [one for one in graph.subjects(rdflib.RDF.type, schema.Event) if (one, schema.startDate, None) not in graph]
    counted = [] if things and len(things) == len(document["@graph"]) else [f"{len(things)} things were read"]
    return counted + [f"{one} has no name" for one in nameless] + [f"{one} has no day" for one in undated]


def judge(folder):
    told = {"guide.xlsx": [], "guide.ods": [], "tableaux": [], "lieux.vcf": []}
    xlsx = of_xlsx(folder / "guide.xlsx", told["guide.xlsx"])
    ods = of_ods(folder / "guide.ods", told["guide.ods"])
    tables = of_csv(folder / "tableaux", told["tableaux"])
    cells = 0
    for name, rows in tables.items():
        for file, sheets in (("guide.xlsx", xlsx), ("guide.ods", ods)):
            other = sheets.get(name, [])
            if len(other) != len(rows):
                told[file].append(f"{name}: {len(other)} lines, {len(rows)} in the table")
            for rank, (one, two) in enumerate(zip(rows, other)):
                two = two + [""] * (len(one) - len(two))
                different = [(a, b) for a, b in zip(one, two) if a != b]
                cells += len(one)
                told[file] += [f"{name}, line {rank + 1}: {a!r} in the table, {b!r} here" for a, b in different]
    if cells < 100:
        told["guide.xlsx"].append(f"only {cells} cells were read")
    text = (folder / "lieux.vcf").read_text(encoding="utf-8")
    cards = list(vobject.readComponents(text))
    if len(cards) != text.count("BEGIN:VCARD") or not cards:
        told["lieux.vcf"].append(f"{len(cards)} cards were read")
    told["guide.jsonld"] = of_jsonld(folder / "guide.jsonld")
    told["lieux.vcf"] += [f"{card.uid.value} has no name" for card in cards if not card.fn.value]
    return told


print(json.dumps(judge(Path(sys.argv[1])), ensure_ascii=False))
