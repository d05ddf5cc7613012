// What a page weighs on the line: one round trip carries about 14.6 kB, and style is paid on every page.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { fault, result } from './report.mjs';

const PAGE_LIMIT = 14_950;
const STYLE_LIMIT = 900;
const AT_ONCE = 4;

/** The one-file editions are downloads that hold a whole guide: they have a weight, not this limit. */
const isDownload = (path) => /(^|\/)hors-ligne\/(?!index\.html$)/.test(path);

const compress = promisify(brotliCompress);

export async function judgeWeight(site) {
  const weights = await weighAll(site);
  printWeights('pages', weights.filter(({ path }) => !isDownload(path)));
  printWeights('one-file editions', weights.filter(({ path }) => isDownload(path)));
  return weights.map(({ path, page, style }) => {
    const faults = [];
    if (page > PAGE_LIMIT && !isDownload(path)) faults.push(fault('page-too-heavy', `${page} B > ${PAGE_LIMIT} B`));
    if (style > STYLE_LIMIT) faults.push(fault('style-too-heavy', `${style} B > ${STYLE_LIMIT} B`));
    return result('weight', path, faults);
  });
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
  const sorted = [...weights].sort((a, b) => a.page - b.page);
  const at = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  const heaviest = at(1);
  const style = Math.max(...weights.map((one) => one.style));
  console.log(
    `weight of ${weights.length} ${name}, brotli 11: median ${at(0.5).page} B, p95 ${at(0.95).page} B, ` +
      `heaviest ${heaviest.page} B (${heaviest.path}); largest style ${style} B`,
  );
}
