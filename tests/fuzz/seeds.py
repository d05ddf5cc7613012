"""Writes the first texts of a search: seeds.py TARGET FOLDER, run by `run`."""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
KINDS = ["acteurs", "evenements", "dispositifs", "territoires", "pages", "guide", "site", "numeros", "glossaire"]


def nasty():
    """The strings of nasty.txt; repeats as they stand are good enough to begin with."""

    def sign(found):
        if found[1]:
            return chr(int(found[1], 16))
        return {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}.get(found[2], found[0])

    for line in (HERE.parent / "hostile/nasty.txt").read_text().splitlines():
        if line and not line.startswith("## "):
            yield re.sub(r"\\u\{([0-9a-f]+)\}|\\(.)", sign, line).encode()


def examples(pattern):
    return [path.read_bytes() for path in sorted(ROOT.glob(pattern)) if path.stat().st_size < 9000]


def seeds(target):
    yield from nasty()
    if target == "yaml":
        for path in sorted((ROOT / "content").rglob("*.yaml")):
            kind = next((rank for rank, name in enumerate(KINDS) if name in str(path.relative_to(ROOT))), 0)
            if path.stat().st_size < 9000:
                yield bytes([kind]) + path.read_bytes()
    if target == "hours":
        yield from (ROOT / "tests/hours/horaires-reels.txt").read_bytes().splitlines()
    if target == "csv":
        yield from (b"\0" + lines for lines in (b"".join(t.splitlines(True)[1:4]) for t in examples("tests/import/**/*.csv")))
        yield from (b"\xff" + text for text in examples("tests/**/*.csv"))
    if target == "ics":
        yield from (b"\xff" + text for text in examples("tests/**/*.ics"))
        yield b"\0RRULE:FREQ=WEEKLY;COUNT=5\nDESCRIPTION:x\\n\\, y\nDTEND:20261215T160000\nGEO:46.58;0.34\nEXDATE:20261222T140000"
    if target == "markdown":
        yield from examples("content/**/*.md")
        yield from examples("docs/manuel/pages/*.md")


def main(target, folder):
    for rank, text in enumerate(seeds(target)):
        (pathlib.Path(folder) / f"seed-{rank}").write_bytes(text)


main(*sys.argv[1:])
