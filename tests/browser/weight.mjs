// What a page weighs on the line: one round trip carries about 14.6 kB, and style is paid on every page.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { recordsOf } from './kinds.mjs';
import { fault, result } from './report.mjs';
import { isDownload } from './site.mjs';

const PAGE_LIMIT = 14_600;
const RECORD_LIMIT = 6_000;
const RECORD_MEDIAN_LIMIT = 2_350;
const STYLE_LIMIT = 900;
const AT_ONCE = 4;

const compress = promisify(brotliCompress);

export async function judgeWeight(site) {
  const weights = await weighAll(site);
  const records = new Set(recordsOf(site).map(({ path }) => path));
  const ofRecords = weights.filter(({ path }) => records.has(path));
  printWeights('pages', weights.filter((one) => !isDownload(one)));
  printWeights('records', ofRecords);
  printWeights('one-file editions', weights.filter(isDownload));
  const results = weights.map((one) => result('weight', one.path, pageFaults(one, records.has(one.path))));
  return [...results, ...medianResult(ofRecords)];
}

function pageFaults(weight, isRecord) {
  const faults = [];
  const bound = (rule, bytes, limit) => {
    if (bytes > limit) faults.push(fault(rule, `${bytes} B > ${limit} B`));
  };
  if (!isDownload(weight)) bound('page-too-heavy', weight.page, PAGE_LIMIT);
  if (isRecord) bound('record-too-heavy', weight.page, RECORD_LIMIT);
  bound('style-too-heavy', weight.style, STYLE_LIMIT);
  return faults;
}

/** No single page has this fault: it is the common record that has grown. */
function medianResult(records) {
  if (records.length === 0) return [];
  const median = shareOf(records, 0.5).page;
  const faults = [];
  if (median > RECORD_MEDIAN_LIMIT) faults.push(fault('record-median-too-heavy', `${median} B > ${RECORD_MEDIAN_LIMIT} B`));
  return [result('weight', 'median of the records', faults)];
}

/** The weight that this share of the pages does not exceed. */
function shareOf(weights, share) {
  return [...weights].sort((a, b) => a.page - b.page)[Math.ceil(share * weights.length) - 1];
}

/** brotli runs outside the main thread: a few pages at once use all cores without filling the memory. */
async function weighAll(site) {
  const weights = [];
  const queue = site.pages.values();
  const styles = new Map();
  const worker = async () => {
    for (const page of queue) weights.push(await weigh(site, page, styles));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return weights.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function weigh(site, { path, styles: css }, known) {
  if (!known.has(css)) known.set(css, css === '' ? 0 : await brotliSize(Buffer.from(css)));
  return { path, page: await brotliSize(await readFile(join(site.root, path))), style: known.get(css) };
}

async function brotliSize(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return (await compress(bytes, { params })).length;
}

function printWeights(name, weights) {
  if (weights.length === 0) return;
  const [median, p95, heaviest] = [0.5, 0.95, 1].map((share) => shareOf(weights, share));
  const style = Math.max(...weights.map((one) => one.style));
  console.log(
    `weight of ${weights.length} ${name}, brotli 11: median ${median.page} B, p95 ${p95.page} B, ` +
      `heaviest ${heaviest.page} B (${heaviest.path}); largest style ${style} B`,
  );
}
