// Judges the judges of calendars: `node calendars-selftest.mjs`. Each planted fault is caught, and nothing else is.
import { deepEqual } from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALENDARS, FEEDS } from './calendar-plants.mjs';
import { judgeCalendars } from './calendars.mjs';

const told = (plants) => Object.fromEntries(Object.entries(plants).flatMap(([path, one]) => (one.told ? [[path, one.told]] : [])));

const folder = await mkdtemp(join(tmpdir(), 'jalon-calendars-'));
try {
  await writeFile(join(folder, 'page.html'), '');
  for (const [path, { text, encoding }] of Object.entries({ ...CALENDARS, ...FEEDS })) {
    if (text !== undefined) await writeFile(join(folder, path), text, encoding);
  }
  const groups = await judgeCalendars(folder, { jours: told(CALENDARS), flux: told(FEEDS) });
  const right = groups.map(({ group, results }) => isRight(group, results, group === 'days' ? CALENDARS : FEEDS));
  process.exitCode = right.every(Boolean) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}

/** True when each file has the faults planted in it, and only these; prints what differs. */
function isRight(group, results, plants) {
  const found = Object.fromEntries(results.map(({ page, faults }) => [page, [...new Set(faults.map(({ rule }) => rule))].sort()]));
  const expected = Object.fromEntries(Object.entries(plants).map(([path, { rules }]) => [path, [...rules].sort()]));
  try {
    deepEqual(found, expected);
    console.log(`${group}: ${Object.values(expected).flat().length} planted faults caught, no other found`);
    return true;
  } catch ({ message }) {
    console.log(`FAIL ${group}: ${message}`);
    return false;
  }
}
