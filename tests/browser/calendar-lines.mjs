// What a calendar file must be before anybody asks what it says (RFC 5545): its bytes, its lines, its names.
import { fault } from './report.mjs';

const LONGEST_LINE = 75;

/** Properties that hold one text: in it, commas and semicolons are escaped. */
const TEXT = /^(SUMMARY|LOCATION|DESCRIPTION|NAME|X-WR-CALNAME|X-WR-CALDESC)(;[^:]*)?:(.*)$/s;
const WELL_ESCAPED = /^(?:[^\\,;]|\\[\\,;nN])*$/s;

const NEEDED = ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'];

/** Faults of the bytes of one file. */
export function lineFaults(bytes) {
  const lines = physicalLines(bytes);
  const faults = [...endFaults(bytes), ...lines.flatMap(foldFaults)];
  const text = unfolded(bytes.toString('utf8'));
  for (const line of text) {
    const value = TEXT.exec(line)?.[3];
    if (value !== undefined && !WELL_ESCAPED.test(value)) faults.push(fault('bare-separator', line));
  }
  return [...faults, ...nameFaults(text)];
}

/** Lines as they are in the file, without their ends, as bytes: a letter may be cut between two of them. */
function physicalLines(bytes) {
  const lines = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf('\n', from);
    const to = end < 0 ? bytes.length : end;
    lines.push(bytes.subarray(from, bytes[to - 1] === 0x0d ? to - 1 : to));
    from = to + 1;
  }
  return lines;
}

function endFaults(bytes) {
  const text = bytes.toString('latin1');
  const bare = /(?<!\r)\n|\r(?!\n)/.test(text) || !text.endsWith('\r\n');
  const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text);
  return [...(bare ? [fault('line-end')] : []), ...(control ? [fault('control')] : [])];
}

function foldFaults(line) {
  const text = line.toString('utf8');
  const faults = line.length > LONGEST_LINE ? [fault('line-too-long', text)] : [];
  return text.includes('\ufffd') ? [...faults, fault('letter-cut', text)] : faults;
}

function unfolded(text) {
  return text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/).filter((line) => line !== '');
}

/** What each entry must have, once; names that two entries share; the time zone. */
function nameFaults(lines) {
  const faults = [];
  const uids = new Set();
  for (const event of blocksOf(lines, 'VEVENT')) {
    const names = event.map((line) => /^[A-Z-]*/.exec(line)[0]);
    for (const name of NEEDED) {
      const count = names.filter((one) => one === name).length;
      if (count !== 1) faults.push(fault(`${count === 0 ? 'no' : 'two'}-${name.toLowerCase()}`, event.join(' | ')));
    }
    const uid = event.find((line) => line.startsWith('UID'));
    if (uid !== undefined && uids.has(uid)) faults.push(fault('uid-twice', uid));
    uids.add(uid);
  }
  const zones = blocksOf(lines, 'VTIMEZONE').length;
  return zones === 1 ? faults : [...faults, fault('not-one-timezone', String(zones))];
}

function blocksOf(lines, name) {
  const blocks = [];
  let open = null;
  for (const line of lines) {
    if (line === `BEGIN:${name}`) open = [];
    else if (line === `END:${name}` && open) open = void blocks.push(open) ?? null;
    else open?.push(line);
  }
  return blocks;
}
