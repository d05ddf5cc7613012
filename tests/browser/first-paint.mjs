// When a page shows its first words on a slow line, beside a bare page of the same words in the same run:
// `node first-paint.mjs SITE_DIR GUIDE [RUNS]`. A benchmark, not a judge: figures move with the machine, ratios less.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { launch } from './browser.mjs';
import { readSite } from './site.mjs';

/** Chromium delays and cuts what comes; one request, so no line is opened anew. It counts in packets of 1,500 bytes. */
const LINES = {
  '2G (50 kbit/s, 500 ms)': { latency: 500, bits: 50_000 },
  '3G lente (400 kbit/s, 400 ms)': { latency: 400, bits: 400_000 },
};
/** How bytes come: packet by packet, as a line carries them; or, harder than any line, the whole page at once when its
 * last packet is there. */
const WAYS = { paquets: 1200, bloc: Infinity };
const BOUNDS = { record: 1.3, index: 2 };
const VIEWPORT = { width: 360, height: 640 };

const pack = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
const median = (figures) => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];

/** Answers with brotli, as a host does with what was compressed beforehand: `/bloc/name` at once, `/paquets/name` in packets. */
async function serve(pages) {
  const packed = new Map(Object.entries(pages).map(([name, html]) => [name, pack(Buffer.from(html))]));
  const server = createServer(async ({ url }, response) => {
    const [, way, name] = url.split('/');
    const bytes = packed.get(name);
    if (!bytes) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br', 'Content-Length': bytes.length });
    response.socket.setNoDelay(true);
    for (let at = 0; at < bytes.length; at += WAYS[way]) {
      response.write(bytes.subarray(at, Math.min(at + WAYS[way], bytes.length)));
      // The next packet is another reading of the socket; the slow line is what takes time.
      await setTimeout(20);
    }
    response.end();
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { base: `http://127.0.0.1:${server.address().port}/`, weight: (name) => packed.get(name).length, close: () => server.close() };
}

/** The words of a page as a browser shows them, a paragraph a line: no link, no style, no heading. */
async function bare(browser, html) {
  const tab = await browser.newPage({ javaScriptEnabled: false });
  await tab.setContent(html);
  const words = await tab.locator('body').innerText();
  const title = await tab.title();
  await tab.close();
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const lines = words.split('\n').filter((line) => line.trim()).map((line) => `<p>${escaped(line)}`);
  return `<!DOCTYPE html>\n<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>\n${lines.join('\n')}\n`;
}

/** Milliseconds until the first words, with nothing in the cache. */
async function firstPaint(browser, url, { latency, bits }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: bits / 8, uploadThroughput: bits / 8 });
  await tab.goto(url, { waitUntil: 'load' });
  const painted = await tab.evaluate(
    () =>
      new Promise((found) => {
        const look = (list) => list.getEntries().forEach((entry) => entry.name === 'first-contentful-paint' && found(entry.startTime));
        new PerformanceObserver(look).observe({ type: 'paint', buffered: true });
      }),
  );
  await context.close();
  return painted;
}

/** The record of median weight, and the heaviest page of the others. */
function chosen(site, guide) {
  const weigh = (path) => ({ path, bytes: pack(readFileSync(join(site.root, path))).length });
  const own = [...site.pages.keys()].filter((path) => path.startsWith(`${guide}/`) && !path.includes('/hors-ligne/'));
  const byWeight = (paths) => paths.map(weigh).sort((a, b) => a.bytes - b.bytes);
  const isRecord = (path) => /\/(acteurs|evenements)\/(?!index)/.test(path);
  const records = byWeight(own.filter((path) => path.includes('/acteurs/') && !site.pages.get(path).redirect));
  const others = byWeight(own.filter((path) => !isRecord(path)));
  return { record: records[Math.floor(records.length / 2)].path, index: others.at(-1).path };
}

async function main([folder, guide, runs = '9']) {
  if (!guide) throw new Error('usage: node first-paint.mjs SITE_DIR GUIDE [RUNS]');
  const site = readSite(folder);
  const paths = chosen(site, guide);
  const browser = await launch();
  const pages = {};
  for (const [kind, path] of Object.entries(paths)) {
    pages[kind] = readFileSync(join(site.root, path), 'utf8');
    pages[`${kind}-bare`] = await bare(browser, pages[kind]);
  }
  const server = await serve(pages);
  console.log('| ligne | arrivée | page | octets, nue | octets, page | nue, s | page, s | rapport | borne |\n|---|---|---|---|---|---|---|---|---|');
  for (const [line, conditions] of Object.entries(LINES)) {
    for (const way of Object.keys(WAYS)) {
      for (const [kind, path] of Object.entries(paths)) {
        const times = { [kind]: [], [`${kind}-bare`]: [] };
        for (let run = 0; run < Number(runs); run++) {
          for (const name of Object.keys(times)) times[name].push(await firstPaint(browser, `${server.base}${way}/${name}`, conditions));
        }
        const [page, plain] = [median(times[kind]), median(times[`${kind}-bare`])];
        const figures = [server.weight(`${kind}-bare`), server.weight(kind), (plain / 1000).toFixed(2), (page / 1000).toFixed(2), (page / plain).toFixed(2), BOUNDS[kind]];
        console.log(`| ${line} | ${way} | ${path} | ${figures.join(' | ')} |`);
      }
    }
  }
  await browser.close();
  server.close();
}

await main(process.argv.slice(2));
