// Judges calendar files and feeds from outside: `node calendars.mjs TOLD_FILE FOLDER [--all]`.
// The file says what each must hold (`cargo test --test ics` writes it from the agenda); the parsers are not jalon's.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { judgeDays } from './calendar-days.mjs';
import { judgeFeeds } from './feeds.mjs';
import { judged, printGroup, printSummary } from './report.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PYTHON = join(HERE, '.venv/bin/python');
const MOST_OUTPUT = 1 << 28;
const SHOWN_PER_RULE = 8;

/** `{days, feeds}` of all files of a folder, as the parsers of Python find them. */
async function readByPython(folder) {
  const options = { maxBuffer: MOST_OUTPUT };
  const { stdout } = await promisify(execFile)(PYTHON, [join(HERE, 'calendars.py'), folder], options);
  return JSON.parse(stdout);
}

/** Groups of results, as other judges give them; `told` is `{jours, flux}`. */
export async function judgeCalendars(folder, told) {
  const python = readByPython(folder);
  return [
    await judged('days', async () => judgeDays(folder, told.jours, (await python).days)),
    await judged('feeds', async () => judgeFeeds(folder, told.flux, (await python).feeds)),
  ];
}

async function main([file, folder, option]) {
  if (!folder) throw new Error('usage: node calendars.mjs TOLD_FILE FOLDER [--all]');
  const told = JSON.parse(await readFile(file, 'utf8'));
  const groups = await judgeCalendars(folder, told);
  for (const group of groups) printGroup(group, option === '--all' ? Infinity : SHOWN_PER_RULE);
  const lines = Object.values(told.jours).flat().length;
  console.log(`calendars: ${lines} days in ${Object.keys(told.jours).length} files, twice`);
  return lines > 0 && printSummary(groups.flatMap(({ results }) => results));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
