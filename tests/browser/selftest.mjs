// Judges the judges: `node selftest.mjs [JUDGE…]`.
// Each planted fault is caught, by its name, in its views, and nothing else is.
import { deepEqual } from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { launch } from './browser.mjs';
import { judgeCarry } from './carry.mjs';
import { judgeKeyboard } from './keyboard.mjs';
import { judgeLinks } from './links.mjs';
import { judgeMarkup } from './markup.mjs';
import { judgeNoscript } from './noscript.mjs';
import { AXE, MARKUP, VNU } from './plants-markup.mjs';
import { PLANTS as OTHERS } from './plants.mjs';
import { unplanted } from './proofs.mjs';
import { judgeRequests } from './requests.mjs';
import { judgeSearch } from './search.mjs';
import { judgeSight } from './sight.mjs';
import { readSite } from './site.mjs';
import { filesOf } from './small-site.mjs';
import { judgeTaps } from './taps.mjs';
import { judgeVnu } from './vnu.mjs';
import { judgeWeight } from './weight.mjs';

const PLANTS = { ...OTHERS, sight: { ...OTHERS.sight, ...AXE }, markup: MARKUP, vnu: VNU };

const JUDGES = {
  sight: judgeSight,
  keyboard: judgeKeyboard,
  requests: judgeRequests,
  noscript: judgeNoscript,
  links: judgeLinks,
  taps: judgeTaps,
  weight: judgeWeight,
  search: judgeSearch,
  carry: judgeCarry,
  markup: judgeMarkup,
  vnu: judgeVnu,
};

/** True when the judge finds what was planted, all of it and only it. */
async function isRight(name, browser) {
  const results = await withSite(filesOf(PLANTS[name]), (site) => JUDGES[name](site, browser));
  const planted = Object.entries(PLANTS[name]).map(([path, { rules = [] }]) => [path, rules]);
  const expected = sorted(planted.filter(([, rules]) => rules.length > 0));
  const found = sorted(results.filter(({ faults }) => faults.length > 0).map(labelsOf));
  const count = Object.values(expected).flat().length;
  if (isDeepStrictEqual(found, expected)) console.log(`${name}: ${count} planted faults caught, no other found`);
  else console.log(`FAIL ${name}: ${differenceOf(found, expected)}`);
  return isDeepStrictEqual(found, expected);
}

async function withSite(files, task) {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-selftest-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await task(readSite(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A fault is known by its rule, and by its views where it is told of them. */
function labelsOf({ page, faults }) {
  return [page, faults.map(({ rule, excerpt }) => [rule, ...(/^\[.*?\]/.exec(excerpt) ?? [])].join(' '))];
}

/** `{page: labels}` in one order, each label once; the groups of one page are put together. */
function sorted(entries) {
  const pages = new Map();
  for (const [page, labels] of entries) pages.set(page, new Set([...(pages.get(page) ?? []), ...labels]));
  return Object.fromEntries([...pages].map(([page, labels]) => [page, [...labels].sort()]).sort());
}

function differenceOf(found, expected) {
  try {
    deepEqual(found, expected);
  } catch ({ message }) {
    return message;
  }
  return '';
}

const missing = unplanted(PLANTS);
for (const proof of missing) console.log(`FAIL criterion ${proof} has no planted fault`);
// Names of judges choose some of them; none is all.
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(JUDGES);
const browser = await launch();
try {
  const right = await Promise.all(chosen.map((name) => isRight(name, browser)));
  process.exitCode = right.every(Boolean) && missing.length === 0 ? 0 : 1;
} finally {
  await browser.close();
}
