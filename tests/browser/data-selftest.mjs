// Judges the judges of open data: `node data-selftest.mjs`. Each planted fault is caught, and nothing else is.
import { deepEqual } from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { judgeData } from './data.mjs';

const SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  properties: { version: { type: 'string' }, le: { type: 'string', format: 'date' } },
  required: ['version'],
};
const feature = (coordinates) => ({ type: 'Feature', id: 'a', geometry: { type: 'Point', coordinates }, properties: {} });
const map = (...coordinates) => JSON.stringify({ type: 'FeatureCollection', features: coordinates.map(feature) });

const PLACE = {
  id: 'a', pivot: '00000000000000', nom: 'Lieu', commune: 'Poitiers', code_postal: '86000', adresse: '1 rue A',
  telephone: '+33536491201', services: 'Aide aux démarches administratives', frais_a_charge: 'Gratuit', date_maj: '2026-11-03',
};
const table = (place) => `${Object.keys(place).join(',')}\r\n${Object.values(place).join(',')}\r\n`;

/** `{path: {text, rules}}`; a guide has its schema beside it. */
const PLANTS = {
  schemas: {
    'sain/guide.json': { text: JSON.stringify({ version: '1.0', le: '2026-11-23' }), rules: [] },
    'non-decrit/guide.json': { text: JSON.stringify({ version: '1.0', autre: 1 }), rules: ['schema-broken'] },
    'manque/guide.json': { text: JSON.stringify({ le: '2026-11-23' }), rules: ['schema-broken'] },
    'jour/guide.json': { text: JSON.stringify({ version: '1.0', le: '23/11/2026' }), rules: ['schema-broken'] },
    'casse/guide.json': { text: '{', rules: ['schema-unsound'] },
  },
  maps: {
    'sain/lieux.geojson': { text: map([0.34012, 46.58022], [55.45, -20.88], [-61.58, 16.27]), rules: [] },
    'sans-point/lieux.geojson': { text: map([0.34, 46.58]).replace(/\{"type":"Point".*?\]\}/, 'null'), rules: [] },
    'echange/lieux.geojson': { text: map([46.58022, 0.34012]), rules: ['map-elsewhere'] },
    'trop-fin/lieux.geojson': { text: map([0.3401234, 46.58]), rules: ['map-too-fine'] },
    'casse/lieux.geojson': { text: map([0.34, 46.58]).replace('"Feature"', '"Chose"'), rules: ['map-broken'] },
  },
  tables: {
    'sain/acteurs.csv': { text: table(PLACE), rules: [] },
    'incomplet/acteurs.csv': { text: table({ ...PLACE, adresse: '' }), rules: [] },
    'formule/acteurs.csv': { text: table({ ...PLACE, nom: '=1+1' }), rules: ['formula'] },
    'formule-cachee/passages.csv': { text: 'a,b\r\n" @A1",-1.5\r\n', rules: ['formula'] },
    'refuse/acteurs.csv': { text: table({ ...PLACE, services: 'Coudre' }), rules: ['national-refused'] },
    'inegal/passages.csv': { text: 'a,b\r\n1,2,3\r\n', rules: ['table-unsound'] },
    'guillemet/passages.csv': { text: 'a,b\r\n"1"2,3\r\n', rules: ['table-unsound'] },
  },
};

const folder = await mkdtemp(join(tmpdir(), 'jalon-data-'));
try {
  for (const [path, { text }] of Object.values(PLANTS).flatMap(Object.entries)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    if (path.endsWith('guide.json')) await writeFile(join(folder, path.replace('.json', '.schema.json')), JSON.stringify(SCHEMA));
  }
  const groups = await judgeData(folder);
  process.exitCode = groups.map(({ group, results }) => isRight(group, results, PLANTS[group])).every(Boolean) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}

/** True when each file has the faults planted in it, and only these; prints what differs. */
function isRight(group, results, plants) {
  const found = Object.fromEntries(results.map(({ page, faults }) => [page, [...new Set(faults.map(({ rule }) => rule))].sort()]));
  const expected = Object.fromEntries(Object.entries(plants).map(([path, { rules }]) => [path, rules]));
  try {
    deepEqual(found, expected);
    console.log(`${group}: ${Object.values(expected).flat().length} planted faults caught, no other found`);
    return true;
  } catch ({ message }) {
    console.log(`FAIL ${group}: ${message}`);
    return false;
  }
}
