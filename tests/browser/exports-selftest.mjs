// Judges the judges of exports: `node exports-selftest.mjs FOLDER`. A fault planted in a copy of good exports is caught.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeExports } from './exports.mjs';

/** File, what is planted in it, and the rule that must catch it. */
const PLANTS = [
  ['lieux.csv', (text) => text.replace('Aide aux démarches administratives', 'Coudre'), 'national-refused'],
  ['lieux.csv', (text) => text.replace(/\r\n[^\r]*\r\n$/, '\r\n'), 'national-count'],
  ['lieux.json', (text) => text.replace(/"services":"[^"]*",/, ''), 'national-changed'],
  ['data-inclusion.json', (text) => text.replace('"source":', '"origine":"x","source":'), 'schema-broken'],
  ['hsds.json', (text) => text.replace('"status":"active",', ''), 'schema-broken'],
  ['lieux.geojson', (text) => text.replace('"Feature"', '"Chose"'), 'map-broken'],
  ['lieux.vcf', (text) => text.replace('END:VCARD', 'END:CARTE'), 'read-otherwise|judge-broken'],
  ['guide.jsonld', (text) => text.replace('"@type":"CivicStructure"', '"@type":"Chose"'), 'read-otherwise'],
  ['tableaux/acteurs.csv', (text) => text.replace('Poitiers', 'Poitier'), 'read-otherwise'],
  ['tableaux/acteurs.csv', (text) => text.replace('Poitiers', '=1+1'), 'read-otherwise'],
];

const [good] = process.argv.slice(2);
let right = true;
for (const [file, plant, rule] of PLANTS) {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-exports-'));
  try {
    await cp(join(good, 'exemples'), join(folder, 'exemples'), { recursive: true });
    const path = join(folder, 'exemples', file);
    const text = await readFile(path, 'utf8');
    if (plant(text) === text) throw new Error(`nothing was planted in ${file}`);
    await writeFile(path, plant(text));
    const found = (await judgeExports(folder)).flatMap(({ results }) => results).flatMap(({ faults }) => faults);
    const caught = found.some((one) => rule.split('|').includes(one.rule));
    if (!caught) console.log(`FAIL ${file}: ${rule} was not caught, but ${JSON.stringify(found.slice(0, 3))}`);
    right &&= caught;
  } finally {
    await rm(folder, { recursive: true });
  }
}
console.log(right ? `${PLANTS.length} planted faults, all caught` : 'a planted fault was missed');
process.exitCode = right ? 0 : 1;
