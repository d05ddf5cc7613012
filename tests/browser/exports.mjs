// Judges exports from outside: `node exports.mjs FOLDER`, a folder of folders written by the test `export handed`.
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { check } from '@placemarkio/check-geojson';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { judgeJson, judgeRow } from './national.mjs';
import { fault, judged, printGroup, printSummary, result } from './report.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PYTHON = join(HERE, '.venv', 'bin', 'python');
const MOST_OUTPUT = 1 << 28;
const SHOWN_PER_RULE = 8;

async function python(...words) {
  const { stdout } = await promisify(execFile)(PYTHON, words.map((word, rank) => (rank === 0 ? join(HERE, word) : word)), { maxBuffer: MOST_OUTPUT });
  return JSON.parse(stdout);
}

const read = async (...path) => JSON.parse(await readFile(join(...path), 'utf8'));

/** Every row of the national table, and every thing of its JSON, through the schema's own library. */
async function judgeNational(folder) {
  const rows = (await python('tables.py', folder))['lieux.csv'];
  const things = await read(folder, 'lieux.json');
  const lacking = (row) => judgeRow(row).lacking.map((column) => fault('national-lacks', `${row.id}: ${column}`));
  const table = rows.flatMap((row) => [...judgeRow(row).faults, ...lacking(row)]);
  const empty = rows.filter(({ services, modalites_acces: ways }) => services === '' && !ways.includes("n'accueille pas"));
  const trapped = empty.map(({ id }) => fault('national-trap', `${id} would come back as a place that receives nobody`));
  const json = things.flatMap(judgeJson);
  const counted = rows.length === things.length && rows.length > 0 ? [] : [fault('national-count', `${rows.length} rows, ${things.length} things`)];
  return [result('national', join(folder, 'lieux.csv'), [...table, ...trapped, ...counted]), result('national', join(folder, 'lieux.json'), json)];
}

async function judgeSchema(folder, file, schema) {
  const ajv = addFormats(new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, formats: { binary: true } }));
  const validate = ajv.compile(await read(HERE, 'schemas', schema));
  const told = ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`;
  const faults = validate(await read(folder, file)) ? [] : validate.errors.map((error) => fault('schema-broken', told(error)));
  return result('schemas', join(folder, file), faults);
}

async function judgeMap(folder) {
  try {
    check(await readFile(join(folder, 'lieux.geojson'), 'utf8'));
    return result('maps', folder, []);
  } catch (error) {
    return result('maps', folder, [fault('map-broken', error.message)]);
  }
}

/** Workbooks and cards, read by Python: `{file: [faults]}`. */
async function judgeOthers(folder) {
  const told = await python('exports.py', folder);
  return Object.entries(told).map(([file, faults]) => result('others', join(folder, file), faults.map((one) => fault('read-otherwise', one))));
}

/** Groups of results, as other judges give them. */
export async function judgeExports(root) {
  const folders = (await readdir(root)).sort().map((name) => join(root, name));
  const all = (judge) => Promise.all(folders.map(judge));
  const against = (file) => all((folder) => judgeSchema(folder, file, file));
  return [
    await judged('national', async () => (await all(judgeNational)).flat()),
    await judged('schemas', async () => [...(await against('data-inclusion.json')), ...(await against('hsds.json'))]),
    await judged('maps', () => all(judgeMap)),
    await judged('others', async () => (await all(judgeOthers)).flat()),
  ];
}

async function main([root]) {
  if (!root) throw new Error('usage: node exports.mjs FOLDER');
  const groups = await judgeExports(root);
  for (const group of groups) printGroup(group, SHOWN_PER_RULE);
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
