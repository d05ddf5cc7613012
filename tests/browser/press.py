"""Judges what the press makes, with programs that are not ours: `python3 press.py FOLDER`.

The folder is written by `JALON_PAPIER=FOLDER cargo test --test typeset handed`. Needs qpdf, poppler-utils and zbar-tools.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata


def run(*words):
    """How a program ends, and what it prints."""
    done = subprocess.run(words, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return done.returncode, done.stdout, done.stderr


def letters(text):
    """The letters of a text: how it is broken into lines, and forms that stand for others, do not count."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u200b\u2060]+", "", text)


def sound(path):
    code, said, complaints = run("qpdf", "--check", path)
    said += complaints
    if code != 0 or "No syntax or stream encoding errors found" not in said or "WARNING" in said:
        yield f"qpdf: {said.strip()}"
    said = run("qpdf", "--show-xref", path)[1]
    packed = len(re.findall(r"compressed; stream", said))
    if packed * 2 < len(said.splitlines()):
        yield f"packed: {packed} objects only"


def described(path, said, pages):
    fields = dict(re.findall(r"^([^:\n]+):\s+(.*)$", run("pdfinfo", path)[1], re.M))
    for key, wanted in [("Tagged", "yes"), ("Pages", str(pages)), ("Title", said["titres"][path.stem]),
                        ("CreationDate", None), ("PDF version", "1.7"), ("Encrypted", "no"), ("JavaScript", "no")]:
        if key not in fields or wanted not in (None, fields[key]):
            yield f"pdfinfo: {key} is {fields.get(key)}, not {wanted}"
    meta = run("pdfinfo", "-meta", path)[1]
    for mark in ["<pdfuaid:part>1</pdfuaid:part>", "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>",
                 "<rdf:li>fr</rdf:li>"]:
        if mark not in meta:
            yield f"pdfinfo -meta: no {mark}"
    fonts = run("pdffonts", path)[1].splitlines()[2:]
    for font in fonts:
        # Name, kind, encoding, then: embedded, subset, Unicode.
        if not re.search(r"\byes\s+yes\s+yes\b", font):
            yield f"pdffonts: {font}"
    if not fonts:
        yield "pdffonts: none"


def structure(path):
    said = run("pdfinfo", "-struct", path)[1]
    for role in ["Document", "H1", "H2", "Table", "TH", "TD"]:
        if not re.search(rf"^\s*{role}\b", said, re.M):
            yield f"pdfinfo -struct: no {role}"


def texts(path, wanted):
    read = letters(run("pdftotext", "-raw", "-nopgbrk", "-enc", "UTF-8", path, "-")[1])
    at = 0
    for text in wanted:
        # Each in its place: heading, paragraph, two cells.
        for _ in range(4):
            found = read.find(letters(text), at)
            if found < 0:
                yield f"pdftotext: {text[:60]!r} is not there, in its turn"
                break
            at = found + 1


def codes(path, wanted):
    run("pdftoppm", "-r", "150", "-gray", path, path.with_suffix(""))
    images = sorted(path.parent.glob(f"{path.stem}-*.pgm"))
    read = [run("zbarimg", "--quiet", "--raw", image)[1].strip() for image in images]
    if read != wanted:
        yield f"zbarimg: {read}, not {wanted}"


def judge(folder, name, said):
    """All faults of one file."""
    path = folder / f"{name}.pdf"
    yield from sound(path)
    yield from described(path, said, said["pages"][name])
    if name == "hostile":
        yield from structure(path)
        yield from texts(path, said["textes"])
    if name == "codes":
        yield from codes(path, said["codes"])


def unpacked(data):
    """The same file with every object by itself."""
    with tempfile.TemporaryDirectory() as folder:
        packed, plain = pathlib.Path(folder, "packed.pdf"), pathlib.Path(folder, "plain.pdf")
        packed.write_bytes(data)
        run("qpdf", "--object-streams=disable", packed, plain)
        return plain.read_bytes()


def selftest(folder, said):
    """Each rule catches the fault planted for it."""
    plants = {
        "qpdf": ("codes", said, lambda data: data[: len(data) // 2]),
        "packed": ("codes", said, unpacked),
        "pdfinfo: Pages": ("codes", {**said, "pages": {"codes": 99}}, None),
        "pdfinfo: Title": ("codes", {**said, "titres": {"codes": "Autre"}}, None),
        "pdfinfo: Tagged": ("simple", said, None),
        "pdfinfo -meta": ("simple", said, None),
        "pdfinfo -struct": ("simple", {**said, "struct": True}, None),
        "pdftotext": ("hostile", {**said, "textes": said["textes"][::-1]}, None),
        "zbarimg": ("codes", {**said, "codes": said["codes"][::-1]}, None),
    }
    for start, (name, wanted, harm) in plants.items():
        path = folder / f"{name}.pdf"
        kept = path.read_bytes()
        if harm:
            path.write_bytes(harm(kept))
        found = [*judge(folder, name, wanted), *(structure(path) if "struct" in wanted else [])]
        path.write_bytes(kept)
        if not any(fault.startswith(start) for fault in found):
            yield f"nothing caught the fault planted for « {start} »: {found}"


def main(folder):
    said = json.loads((folder / "dit.json").read_text())
    sound_files = [name for name in said["pages"] if name != "simple"]
    found = [f"{name}: {fault}" for name in sound_files for fault in judge(folder, name, said)]
    found += selftest(folder, said)
    print("\n".join([*found, f"press: {len(sound_files)} files, {len(found)} faults"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
