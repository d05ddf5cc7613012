#!/usr/bin/env python3
"""Makes the embedded calendars again: school holidays, and the table the public ones are tested with.

Run, from anywhere (python 3.11 or later with pip; no other module):

    python3 src/calendar/holidays/data/refresh.py

It fetches the packages below from PyPI with `pip download --no-deps`, checks their SHA-256, writes
beside itself, and says which lines changed:

    vacances-scolaires.csv  zone, nom, first and last day without school; inside the program
    jours-feries.csv        date, codes of the départements where it is off (« tous », or joined by
                            spaces), 2020 to 2035; read by the tests only, for public holidays are computed

School holidays are those of vacances-scolaires-france, day by day, with CORRECTIONS. They are held
against the package holidays, which knows them apart: a difference that is not awaited stops the run.
Public holidays are what the law says as jours-feries-france computes it; those of the three Pacific
territories, which have labour codes of their own, come from holidays. Both must agree elsewhere.
The same packages give the same bytes.

To follow a new year: change version and hash below, run, read what it says, run `cargo test`, set the
dates in docs/donnees.md. A difference it stops at is settled with the arrêté in hand: as a correction
with its reason, or as AWAITED.

Licences, as the packages state them: MIT for jours-feries-france, vacances-scolaires-france and
holidays; dateutil (Apache-2.0, BSD) and six (MIT) are only there for holidays to run. Facts alone are taken.
"""

import csv
import datetime
import hashlib
import importlib
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent

PACKAGES = [
    ("vacances-scolaires-france", "0.12.0", "eeb279f0e29e81cdca42fec821fa3b4e3405490accb1b0aa28689e761d76e7f8"),
    ("jours-feries-france", "0.7.0", "6c702192ce794d1f1fd84913e80163067f407c546b17057712555148d4c770a2"),
    ("holidays", "0.109", "7d39c910167116d41fa6aae18d5e72b4541700cdd37743d799c83db3419201b0"),
    ("python-dateutil", "4.0.0", "a5e246f79eb80475e691bf93862cead98decd8a498cf53ba0516fcdc0f50dc1c"),
    ("six", "1.17.0", "4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274"),
]

# The first day kept: no guide is made for the days before.
FIRST = datetime.date(2024, 1, 1)
ZONES = ["A", "B", "C"]
ASCENSION = "Pont de l'Ascension"
SUMMER = "Vacances d'été"

# Days where the package is not what was published: first, last, name (none for a day of class), why.
CORRECTIONS = [
    ("2024-05-10", "2024-05-11", ASCENSION, "arrêté du 7 décembre 2022"),
    ("2025-05-30", "2025-05-31", ASCENSION, "arrêté du 7 décembre 2022"),
    ("2026-05-15", "2026-05-16", ASCENSION, "arrêté du 7 décembre 2022"),
    ("2027-09-01", "2027-09-01", SUMMER, "arrêté du 21 juillet 2026: classes resume on Thursday 2 September 2027"),
    ("2028-07-04", "2028-07-04", None, "arrêté du 21 juillet 2026: holidays begin after the classes of Tuesday 4 July 2028"),
]

# Public holidays: years of the table, and the names each package has for a territory.
YEARS = range(2020, 2036)
EVERYWHERE = "tous"
BY_LAW = {  # département: (territory of jours-feries-france, subdivision of holidays)
    "57": ("Alsace-Moselle", "57"),
    "67": ("Alsace-Moselle", "6AE"),
    "68": ("Alsace-Moselle", "6AE"),
    "971": ("Guadeloupe", "971"),
    "972": ("Martinique", "972"),
    "973": ("Guyane", "973"),
    "974": ("La Réunion", "974"),
    "975": ("Saint-Pierre-et-Miquelon", "PM"),
    "976": ("Mayotte", "976"),
    "977": ("Saint-Barthélémy", "BL"),
    "978": ("Saint-Martin", "MF"),
}
PACIFIC = {"986": "WF", "987": "PF", "988": "NC"}
# Customs that holidays counts and that Code du travail, L3422-2, does not name.
CUSTOMS = {"Vendredi saint", "Mi-Carême", "Fête de Victor Schoelcher"}
WITH_CUSTOMS = {"971", "972", "978"}


def main():
    with tempfile.TemporaryDirectory() as folder:
        for package in PACKAGES:
            unpack(package, folder)
        sys.path.insert(0, folder)
        holidays = importlib.import_module("holidays")
        law = importlib.import_module("jours_feries_france").JoursFeries
        days = school_days(pathlib.Path(folder, "vacances_scolaires_france/data/data.csv"))
        for zone in ZONES:
            compare_school(zone, days[zone], holidays)
        write("vacances-scolaires.csv", ["zone", "nom", "debut", "fin"], school_rows(days))
        write("jours-feries.csv", ["date", "departements"], public_rows(law, holidays))


# --- packages ------------------------------------------------------------------------------------


def unpack(package, folder):
    """The files of a package in a folder, when the archive is the expected one."""
    name, version, digest = package
    command = ["pip", "download", "--quiet", "--no-deps", "--no-binary", "jours-feries-france", f"{name}=={version}"]
    with tempfile.TemporaryDirectory() as download:
        subprocess.run(command, cwd=download, check=True)
        [path] = pathlib.Path(download).iterdir()
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != digest:
            raise SystemExit(f"{path.name}: SHA-256 {found}, expected {digest}")
        if path.suffix == ".whl":
            zipfile.ZipFile(path).extractall(folder)
            return
        with tarfile.open(path) as files:
            inside = [member for member in files.getmembers() if "/jours_feries_france/" in member.name]
            for member in inside:
                member.name = member.name.split("/", 1)[1]
            files.extractall(folder, members=inside)


# --- school holidays -----------------------------------------------------------------------------


def school_days(path):
    """By zone, the name of the holidays of each day off from FIRST on."""
    days = {zone: {} for zone in ZONES}
    with path.open(encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            date = datetime.date.fromisoformat(line["date"])
            for zone in ZONES:
                if date >= FIRST and line[f"vacances_zone_{zone.lower()}"] == "True":
                    days[zone][date] = line["nom_vacances"]
    for first, last, name, why in CORRECTIONS:
        corrected = list(span(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)))
        for zone in ZONES:
            if all(days[zone].get(date) == name for date in corrected):
                print(f"zone {zone}: {first} is right in the package now, drop the correction ({why})")
            for date in corrected:
                days[zone].pop(date, None)
                if name:
                    days[zone][date] = name
    return days


def compare_school(zone, days, holidays):
    """Stops at a day that the two packages see differently, unless it is awaited."""
    last = max(days)
    years = range(FIRST.year, last.year + 1)
    others = holidays.France(subdiv=f"Zone {zone}", years=years, categories=("school",), language="fr")
    different = [date for date in span(FIRST, last) if days.get(date) != others.get(date)]
    unawaited = [date for date in different if not awaited(others.get(date), date)]
    for date in unawaited:
        print(f"zone {zone}: {date} is {days.get(date)!r} here, {others.get(date)!r} in holidays")
    if unawaited:
        raise SystemExit("Two sources differ: settle it with the arrêté, as a correction or as awaited.")
    print(f"zone {zone}: {len(days)} days off up to {last}, {len(different)} Thursdays and Sundays of Ascension apart")


def awaited(name, date):
    """Thursday, off for everybody, and Sunday are counted into the bridge by one source only."""
    return name == ASCENSION and date.weekday() in (3, 6)


def school_rows(days):
    """Days that follow each other under one name, as first and last."""
    for zone in ZONES:
        spans = []
        for date, name in sorted(days[zone].items()):
            if spans and spans[-1][0] == name and spans[-1][2] == date - datetime.timedelta(days=1):
                spans[-1][2] = date
            else:
                spans.append([name, date, date])
        for name, first, last in spans:
            yield [zone, name, first, last]


def span(first, last):
    """Each day from one to another."""
    return (first + datetime.timedelta(days=rank) for rank in range((last - first).days + 1))


# --- public holidays -----------------------------------------------------------------------------


def public_rows(law, holidays):
    """Each day off with the places where it is."""
    everywhere = {date for year in YEARS for date in law.for_year(year).values()}
    if everywhere != set(holidays.France(years=YEARS)):
        raise SystemExit("Two sources differ on the public holidays of all France.")
    where = {date: [EVERYWHERE] for date in everywhere}
    for code, (territory, subdivision) in BY_LAW.items():
        here = {date for year in YEARS for date in law.for_year(year, territory).values()}
        names = holidays.France(subdiv=subdivision, years=YEARS, language="fr")
        custom = CUSTOMS if code in WITH_CUSTOMS else set()
        others = {date for date in names if not custom.intersection(names.get_list(date)) or date in here}
        if here != others:
            raise SystemExit(f"Two sources differ on the public holidays of {code}: {sorted(here ^ others)}")
        for date in here - everywhere:
            where.setdefault(date, []).append(code)
    for code, subdivision in PACIFIC.items():
        for date in set(holidays.France(subdiv=subdivision, years=YEARS)) - everywhere:
            where.setdefault(date, []).append(code)
    return [[date, " ".join(sorted(codes))] for date, codes in sorted(where.items())]


# --- files ---------------------------------------------------------------------------------------


def write(name, head, rows):
    """Writes a table, and says which lines came and went."""
    path = HERE / name
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    lines = [",".join(str(cell) for cell in row) for row in [head, *rows]]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    gone = [f"- {line}" for line in before if line not in lines]
    come = [f"+ {line}" for line in lines if line not in before]
    print(f"{name}: {len(lines) - 1} lines, {len(come)} new, {len(gone)} gone", *gone, *come, sep="\n    ")


if __name__ == "__main__":
    main()
