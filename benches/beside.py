"""The data of a guide on paper (`jalon print guide --donnees`) as one page of HTML, printed by WeasyPrint.

`python beside.py guide.json out.pdf`. The same texts in the same order, in two columns of 12 points, with
indexes that have page numbers and without contents: what a short hand-made style sheet would do, and nothing that slows
it for show.
"""

import html
import json
import sys

from weasyprint import HTML

STYLE = """
@page { size: A4; margin: 16mm 18mm 20mm; @bottom-right { content: counter(page) "/" counter(pages) } }
body { font: 12pt/1.35 sans-serif } h1 { break-before: page } .c { columns: 2; column-gap: 8mm }
article { margin: 0 0 1em } h3 { margin: 0 0 .2em; break-after: avoid } p, ul { margin: .2em 0 }
table { border-collapse: collapse } td, th { border: .75pt solid; padding: 1mm 2mm; text-align: left }
a.page::after { content: " " target-counter(attr(href), page) }
"""


def texts(value):
    """Every text that is printed, in its order."""
    unseen = {"bloc", "ancre", "vers", "lien", "qr", "url", "courant"}
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in unseen:
                yield from texts(one)


def paragraphs(value):
    return "".join(f"<p>{html.escape(text)}</p>" for text in texts(value))


def week(rows):
    head = "<tr><th>Jours</th><th>Heures</th></tr>"
    cells = "".join(
        f"<tr><td>{html.escape(row['jours'])}</td><td>{html.escape(', '.join(row['heures']))} {html.escape(row['note'])}</td></tr>"
        for row in rows
    )
    return f"<table>{head}{cells}</table>" if rows else ""


def record(bloc):
    rest = {key: value for key, value in bloc.items() if key not in ("nom", "semaine", "quand")}
    hours = week(bloc["semaine"]) or paragraphs(bloc["quand"])
    return f"<article id='{bloc['ancre']}'><h3>{html.escape(bloc['nom'])}</h3>{hours}{paragraphs(rest)}</article>"


def index(bloc):
    def line(entry):
        pages = "".join(f" <a class='page' href='#{name}'></a>" for name in entry["vers"])
        return f"<p>{html.escape(' '.join(texts(entry)))}{pages}</p>"

    return "".join(line(entry) for entry in bloc["entrees"])


def one(bloc):
    kind = bloc["bloc"]
    if kind == "fiche":
        return record(bloc)
    if kind == "titre":
        name = f" id='{bloc['ancre']}'" if bloc["ancre"] else ""
        return f"<h2{name}>{html.escape(bloc['texte'])}</h2>"
    if kind == "index":
        return index(bloc)
    name = f" id='{bloc['ancre']}'" if bloc.get("ancre") else ""
    return f"<div{name}>{paragraphs(bloc)}</div>"


def part(part):
    return f"<h1>{html.escape(part['titre'])}</h1><div class='c'>{''.join(map(one, part['blocs']))}</div>"


def main(source, target):
    data = json.load(open(source, encoding="utf-8"))
    body = "".join(map(part, data["parties"]))
    title = html.escape(data["titre"])
    page = f"<!doctype html><html lang='fr'><title>{title}</title><style>{STYLE}</style><body><h1>{title}</h1>{body}</html>"
    HTML(string=page).write_pdf(target, pdf_variant="pdf/ua-1")


main(*sys.argv[1:])
