// Judges the judges of files to take along: `node carried-selftest.mjs SITE_DIR`. A fault planted in a copy of good files is caught.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { judgeCarried } from './carried.mjs';

/** What each plant does, in Python: `zip` and `book` are the copies, `change(path, name, text → text)` changes a file inside. */
const PLANTS = [
  ['dead link in the zip', 'change(zip, "index.html", lambda text: text.replace("/index.html", "/absent.html", 1))', 'missing-file'],
  ['page that asks the network', 'change(zip, "index.html", lambda text: text.replace("</main>", "<img src=https://absent.example/i.png alt=x></main>", 1))', 'outside-resource|request-failed|console-error'],
  ['zip that is not the one told', 'zip.write_bytes(zip.read_bytes() + b"x")', 'wrong-fingerprint'],
  ['name that leaves the folder', 'add(zip, "../dehors.txt")', 'unsafe-name'],
  ['name that Windows keeps', 'add(zip, "guide/aux.html")', 'unfit-name'],
  ['two names that differ by their case', 'add(zip, "A/un.txt"); add(zip, "a/un.txt")', 'twin-names'],
  ['notice with the ends of lines of Unix', 'change(zip, "LISEZ-MOI.txt", lambda text: text.replace("\\r\\n", "\\n"))', 'unreadable-notice'],
  ['book whose mimetype does not come first', 'change(book, "mimetype", lambda text: text, last=True)', 'epubcheck'],
  ['book whose tags do not close', 'change(book, "chapitre-01.xhtml", lambda text: text.replace("</h1>", "", 1))', 'epubcheck'],
  ['book with a link to no chapter', 'change(book, "sommaire.xhtml", lambda text: text.replace("chapitre-02.xhtml", "chapitre-99.xhtml", 1))', 'epubcheck'],
  ['chapter without language', 'change(book, "chapitre-01.xhtml", lambda text: text.replace(" lang=\\"fr\\" xml:lang=\\"fr\\"", "", 1))', 'axe:html-has-lang'],
  ['message of two messages', 'text(lambda page: page.replace("body=", "body=" + "x" * 160, 1))', 'not-one-message'],
  ['message with a letter that phones lack', 'text(lambda page: page.replace("body=", "body=%C3%AA", 1))', 'not-one-message'],
];

/** Pages read by the browser: faults are planted in the first ones. */
const PAGES = 10;

const PYTHON = `
import hashlib, sys, zipfile
from pathlib import Path
folder = Path(sys.argv[1])
zip = next(folder.glob("*.zip")); book = folder / "guide.epub"; page = folder / "messages.html"
def rewrite(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files:
            out.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    if path == zip: tell()
def tell(): zip.with_name(zip.name + ".sha256").write_text(f"{hashlib.sha256(zip.read_bytes()).hexdigest()}  {zip.name}\\n")
def all(path):
    with zipfile.ZipFile(path) as archive: return [(name, archive.read(name)) for name in archive.namelist()]
def change(path, end, edit, last=False):
    files = all(path)
    rank = next(rank for rank, (name, _) in enumerate(files) if name.endswith(end))
    name, data = files[rank]
    changed = edit(data.decode()).encode()
    assert last or changed != data, "nothing was planted"
    files[rank] = (name, changed)
    if last: files.append(files.pop(rank))
    rewrite(path, files)
def add(path, name): rewrite(path, [*all(path), (name, b"")])
def text(edit):
    before = page.read_text(); after = edit(before)
    assert before != after, "nothing was planted"
    page.write_text(after)
`;

const [site] = process.argv.slice(2);
const guide = (await readdir(site)).filter((name) => /^\d/.test(name)).sort().at(-1);
let right = true;
for (const [told, plant, rules] of PLANTS) {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-plant-'));
  try {
    const copy = join(folder, guide, 'hors-ligne');
    await cp(join(site, guide, 'hors-ligne'), copy, { recursive: true });
    await promisify(execFile)('python3', ['-c', `${PYTHON}\n${plant}`, copy]);
    const found = (await judgeCarried(folder, PAGES)).flatMap(({ results }) => results).flatMap(({ faults }) => faults);
    const caught = found.some(({ rule }) => rules.split('|').includes(rule));
    if (!caught) console.log(`FAIL ${told}: ${rules} was not caught, but ${JSON.stringify(found.slice(0, 3))}`);
    right &&= caught;
  } finally {
    await rm(folder, { recursive: true });
  }
}
console.log(right ? `${PLANTS.length} planted faults, all caught` : 'a planted fault was missed');
process.exitCode = right ? 0 : 1;
