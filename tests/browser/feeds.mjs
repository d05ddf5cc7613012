// Feeds as a reader of feeds finds them: sound, complete, each entry under a name of its own, each link leading to a page.
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fault, result } from './report.mjs';

const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A result for each feed of a folder and each one that is told; `python` is what `calendars.py` found. */
export function judgeFeeds(folder, told, python) {
  const paths = new Set([...Object.keys(told), ...Object.keys(python)]);
  return [...paths].sort().map((path) => result('feeds', path, faultsOf(folder, path, told[path], python[path])));
}

function faultsOf(folder, path, told, feed) {
  if (feed === undefined) return [fault('file-missing')];
  if (told === undefined) return [fault('file-not-told')];
  if (feed.error ?? feed.bozo) return [fault('feed-unsound', feed.error ?? feed.bozo)];
  const titles = feed.entries.map(({ title }) => title);
  const faults = feed.version === 'atom10' ? [] : [fault('feed-version', feed.version)];
  if (Number.isNaN(Date.parse(feed.updated))) faults.push(fault('feed-date', feed.updated));
  // The state of an event stands before its name.
  const isTold = titles.length === told.length && told.every((name, rank) => titles[rank].endsWith(name));
  if (!isTold) faults.push(fault('feed-entries', `told ${JSON.stringify(told)}, found ${JSON.stringify(titles)}`));
  return [...faults, ...idFaults(feed), ...linkFaults(folder, path, feed)];
}

function idFaults({ id, entries }) {
  const ids = [id, ...entries.map((entry) => entry.id)];
  const faults = ids.filter((one) => !UUID.test(one)).map((one) => fault('feed-id', one));
  return new Set(ids).size === ids.length ? faults : [...faults, fault('feed-id-twice', ids.join(' '))];
}

function linkFaults(folder, path, { links, entries }) {
  return [links, ...entries.map((entry) => entry.links)].flatMap((hrefs) => {
    if (hrefs.length !== 1) return [fault('feed-link', `${hrefs.length} links`)];
    const page = posix.join(posix.dirname(path), hrefs[0]);
    return existsSync(join(folder, page)) ? [] : [fault('feed-link', hrefs[0])];
  });
}
