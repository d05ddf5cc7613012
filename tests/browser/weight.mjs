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
// Hosts that send pages as they are: the same record, and the longest list, without compression.
const PLAIN_RECORD_MEDIAN_LIMIT = 6_500;
const PLAIN_LIMIT = 60_000;
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
  if (!isDownload(weight)) bound('page-too-heavy-uncompressed', weight.plain, PLAIN_LIMIT);
  if (isRecord) bound('record-too-heavy', weight.page, RECORD_LIMIT);
  bound('style-too-heavy', weight.style, STYLE_LIMIT);
  return faults;
}

/** No single page has this fault: it is the common record that has grown. */
function medianResult(records) {
  if (records.length === 0) return [];
  const faults = [];
  const bound = (rule, median, limit) => {
    if (median > limit) faults.push(fault(rule, `${median} B > ${limit} B`));
  };
  bound('record-median-too-heavy', shareOf(records, 0.5).page, RECORD_MEDIAN_LIMIT);
  bound('record-median-too-heavy-uncompressed', shareOf(records, 0.5, 'plain').plain, PLAIN_RECORD_MEDIAN_LIMIT);
  return [result('weight', 'median of the records', faults)];
}

/** The weight that this share of the pages does not exceed. */
function shareOf(weights, share, of = 'page') {
  return [...weights].sort((a, b) => a[of] - b[of])[Math.ceil(share * weights.length) - 1];
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
  const bytes = await readFile(join(site.root, path));
  return { path, plain: bytes.length, page: await brotliSize(bytes), style: known.get(css) };
}

async function brotliSize(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return (await compress(bytes, { params })).length;
}

function printWeights(name, weights) {
  if (weights.length === 0) return;
  const [median, p95, heaviest] = [0.5, 0.95, 1].map((share) => shareOf(weights, share));
  const plain = [0.5, 1].map((share) => shareOf(weights, share, 'plain').plain);
  const style = Math.max(...weights.map((one) => one.style));
  console.log(
    `weight of ${weights.length} ${name}, brotli 11: median ${median.page} B, p95 ${p95.page} B, ` +
      `heaviest ${heaviest.page} B (${heaviest.path}); uncompressed: median ${plain[0]} B, heaviest ${plain[1]} B; ` +
      `largest style ${style} B`,
  );
}
