// The days of calendar files, as two parsers that are not jalon's find them, beside those its agenda shows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { lineFaults } from './calendar-lines.mjs';
import { fault, result } from './report.mjs';

/** More days than any rule of these files has: a rule without end must not stop the judge. */
const MOST = 2000;

/** A result for each calendar file of a folder and each one that is told; `python` is what `calendars.py` found. */
export function judgeDays(folder, told, python) {
  const paths = new Set([...Object.keys(told), ...Object.keys(python)]);
  return [...paths].sort().map((path) => result('days', path, faultsOf(folder, path, told[path], python[path])));
}

function faultsOf(folder, path, told, python) {
  if (python === undefined) return [fault('file-missing')];
  if (told === undefined) return [fault('file-not-told')];
  const bytes = readFileSync(join(folder, path));
  return [
    ...lineFaults(bytes),
    ...differences('ical.js', told, () => daysOf(bytes.toString('utf8'))),
    ...differences('icalendar', told, () => pythonDays(python)),
  ];
}

function pythonDays({ error, events }) {
  if (error !== undefined) throw new Error(error);
  return events;
}

/** Days that one parser does not find, and those it finds that nobody told; each as often as it is there. */
function differences(parser, told, find) {
  let found;
  try {
    found = find();
  } catch (error) {
    return [fault(`${parser}:not-read`, error.message)];
  }
  const left = new Map();
  for (const line of found.map(String)) left.set(line, (left.get(line) ?? 0) + 1);
  const missing = told.map(String).filter((line) => !takeOne(left, line));
  const added = [...left].flatMap(([line, count]) => Array(count).fill(line));
  return [
    ...missing.map((line) => fault(`${parser}:missing`, line)),
    ...added.map((line) => fault(`${parser}:added`, line)),
  ];
}

function takeOne(left, line) {
  const count = left.get(line) ?? 0;
  if (count > 0) left.set(line, count - 1);
  return count > 0;
}

/** `[from, to, title, cancelled]` of each occurrence, hours by the zone that the file itself defines. */
function daysOf(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').flatMap((part) => {
    const event = new ICAL.Event(part);
    const cancelled = part.getFirstPropertyValue('status') === 'CANCELLED';
    return occurrencesOf(event).map(({ startDate, endDate }) => [
      momentOf(startDate),
      momentOf(endDate),
      event.summary,
      cancelled,
    ]);
  });
}

function occurrencesOf(event) {
  // The parser counts the end of an occurrence from its start; of an event that does not come back, it reads it.
  if (!event.isRecurring()) return [event];
  const found = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    found.push(event.getOccurrenceDetails(next));
    if (found.length > MOST) throw new Error(`more than ${MOST} days`);
  }
  return found;
}

function momentOf(time) {
  if (time.isDate) return time.toString();
  // An hour of no zone is that of whoever reads it: no instant.
  if (time.zone === ICAL.Timezone.localTimezone) return `${time} without zone`;
  return new Date(time.toUnixTime() * 1000).toISOString().replace('.000Z', 'Z');
}
