// Judges open data from outside: `node data.mjs SITE_DIR [--all]`. Schemas, maps and tables are read by parsers of others.
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { check } from '@placemarkio/check-geojson';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { judgeRow } from './national.mjs';
import { fault, judged, printGroup, printSummary, result } from './report.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const MOST_OUTPUT = 1 << 28;
const SHOWN_PER_RULE = 8;
/** A cell that begins so is run by a spreadsheet, unless it is a number. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u;
const NUMBER = /^[+-]?\d[\d.]*$/;

/** West, south, east, north: mainland and Corsica, Antilles and Guyane, Saint-Pierre, Indian Ocean, Pacific. */
const FRANCE = [[-5.5, 41, 10, 51.5], [-63.5, 2, -51, 18.5], [-57, 46, -55.9, 47.5], [44, -22, 56, -12], [-180, -28, -134, -7], [158, -28, 172, -12]];

/** `{path: rows}` of every table, as Python reads them. */
async function tablesOf(folder) {
  const options = { maxBuffer: MOST_OUTPUT };
  const { stdout } = await promisify(execFile)('python3', [join(HERE, 'tables.py'), folder], options);
  return JSON.parse(stdout);
}

async function filesOf(folder, extension) {
  const paths = await readdir(folder, { recursive: true });
  return paths.filter((path) => path.endsWith(extension)).sort();
}

const read = async (folder, path) => JSON.parse(await readFile(join(folder, path), 'utf8'));

/** The whole guide against the schema published beside it. */
async function judgeSchemas(folder) {
  const files = (await filesOf(folder, 'guide.json')).map(async (path) => {
    try {
      const ajv = addFormats(new Ajv({ strict: true, strictRequired: false, allErrors: true }));
      const validate = ajv.compile(await read(folder, path.replace(/\.json$/, '.schema.json')));
      if (validate(await read(folder, path))) return result('schemas', path, []);
      const told = ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`;
      return result('schemas', path, validate.errors.map((error) => fault('schema-broken', told(error))));
    } catch (error) {
      return result('schemas', path, [fault('schema-unsound', error.message)]);
    }
  });
  return Promise.all(files);
}

/** Maps as RFC 7946 has them. */
async function judgeMaps(folder) {
  const files = (await filesOf(folder, '.geojson')).map(async (path) => {
    try {
      const map = check(await readFile(join(folder, path), 'utf8'));
      const faults = map.features.flatMap((feature) => placeFaults(feature));
      return result('maps', path, faults);
    } catch (error) {
      return result('maps', path, [fault('map-broken', (error.issues ?? [error]).map(({ message }) => message).join('; '))]);
    }
  });
  return Promise.all(files);
}

/** Longitude first: the other way round, everybody is in the Indian Ocean. Five decimals are a metre. */
function placeFaults({ id, geometry }) {
  if (geometry === null) return [];
  const [longitude, latitude] = geometry.coordinates;
  const inFrance = FRANCE.some(([west, south, east, north]) => longitude > west && longitude < east && latitude > south && latitude < north);
  const fine = [longitude, latitude].every((degrees) => Math.abs(degrees * 1e5 - Math.round(degrees * 1e5)) < 1e-4);
  return [...(inFrance ? [] : [fault('map-elsewhere', id)]), ...(fine ? [] : [fault('map-too-fine', id)])];
}

/** Tables: sound, no formula; places as the national library reads them. */
async function judgeTables(folder) {
  const tables = await tablesOf(folder);
  let lacking = 0;
  const results = Object.entries(tables).map(([path, rows]) => {
    if (rows.error !== undefined) return result('tables', path, [fault('table-unsound', rows.error)]);
    const cells = rows.flatMap((row) => Object.entries(row));
    const run = cells.filter(([, cell]) => FORMULA.test(cell) && !NUMBER.test(cell));
    const faults = run.map(([column, cell]) => fault('formula', `${column}: ${cell}`));
    if (!path.endsWith('acteurs.csv')) return result('tables', path, faults);
    const judgments = rows.map(judgeRow);
    lacking += judgments.filter((one) => one.lacking.length > 0).length;
    return result('tables', path, [...faults, ...judgments.flatMap((one) => one.faults)]);
  });
  if (lacking > 0) console.log(`tables: ${lacking} places lack what the national schema asks for and nobody wrote`);
  return results;
}

/** Groups of results, as other judges give them. */
export async function judgeData(folder) {
  return [
    await judged('schemas', () => judgeSchemas(folder)),
    await judged('maps', () => judgeMaps(folder)),
    await judged('tables', () => judgeTables(folder)),
  ];
}

async function main([folder, option]) {
  if (!folder) throw new Error('usage: node data.mjs SITE_DIR [--all]');
  const groups = await judgeData(folder);
  for (const group of groups) printGroup(group, option === '--all' ? Infinity : SHOWN_PER_RULE);
  return groups.every(({ results }) => results.length > 0) && printSummary(groups.flatMap(({ results }) => results));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
