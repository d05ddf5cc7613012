// Judges the sitemaps of a built site by the schema of sitemaps.org: `node sitemaps.mjs SITE_DIR`. Faults are planted first.
// The schema is the one that the npm package `sitemap` carries; an XML Schema library of Python reads it.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fault, judged, printGroup, printSummary, result } from './report.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PYTHON = join(HERE, '.venv', 'bin', 'python');
const SHOWN_PER_RULE = 8;

const list = (entry) => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entry}</urlset>`;

/** A sound list, and lists with one fault each. */
const PLANTS = {
  'sitemap-sound.xml': [list('<url><loc>https://a.example/</loc><lastmod>2026-10-01</lastmod></url>'), true],
  'sitemap-empty.xml': [list(''), false],
  'sitemap-day.xml': [list('<url><loc>https://a.example/</loc><lastmod>1er octobre</lastmod></url>'), false],
  'sitemap-long.xml': [list(`<url><loc>https://a.example/${'a'.repeat(2048)}</loc></url>`), false],
  'sitemap-other.xml': [list('<url><loc>https://a.example/</loc><nom>Guide</nom></url>'), false],
};

async function faultsOf(folder) {
  const schema = join(HERE, 'node_modules', 'sitemap', 'schema', 'sitemap.xsd');
  const words = [join(HERE, 'sitemaps.py'), schema, folder];
  const { stdout } = await promisify(execFile)(PYTHON, words, { maxBuffer: 1 << 28 });
  return JSON.parse(stdout);
}

async function judgePlants() {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-sitemaps-'));
  try {
    for (const [name, [text]] of Object.entries(PLANTS)) await writeFile(join(folder, name), text);
    const found = await faultsOf(folder);
    const isWrong = ([name, [, sound]]) => (found[name]?.length === 0) !== sound;
    return Object.entries(PLANTS).filter(isWrong).map(([name]) => fault('plant-judged-wrong', name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function judgeSitemaps(folder) {
  const found = Object.entries(await faultsOf(folder));
  if (found.length === 0) return [result('sitemaps', '-', [fault('no-sitemap', `none in ${folder}`)])];
  return found.map(([path, said]) => result('sitemaps', path, said.map((one) => fault('schema', one))));
}

async function main([folder]) {
  if (!folder) throw new Error('usage: node sitemaps.mjs SITE_DIR');
  const group = await judged('sitemaps', async () => [result('sitemaps', 'plants', await judgePlants()), ...(await judgeSitemaps(folder))]);
  printGroup(group, SHOWN_PER_RULE);
  return printSummary(group.results);
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
