// Judges what hosts send of a site: `node hosts.mjs SITE_DIR NGINX_CONF`. The site was built with --precompresse.
// Apache reads the published rules, nginx those of `jalon envoi`; both below a folder, as a browser sees them.
import { request } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { launch } from './browser.mjs';
import { apache, nginx } from './servers.mjs';

const PREFIX = '/a/b/';
const PAGE = '86-vienne/index.html';
const SAME = { br: brotliDecompressSync, gzip: gunzipSync };

const faults = [];
let judged = 0;

function expect(host, what, found, wanted) {
  judged++;
  const good = wanted instanceof RegExp ? wanted.test(String(found)) : found === wanted;
  if (!good) faults.push(`${host}: ${what}: ${found}, not ${wanted}`);
}

/** The answer as it comes on the line, without a client that unpacks or follows. */
function get(url, headers = {}) {
  return new Promise((done, failed) => {
    request(url, { headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part)).on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    })
      .on('error', failed)
      .end();
  });
}

const asks = (encoding) => ({ 'Accept-Encoding': encoding });

async function judgeHeaders(name, host) {
  const page = await get(host.base + PAGE);
  expect(name, 'status of a page', page.status, 200);
  expect(name, 'type of a page', page.headers['content-type'], 'text/html; charset=utf-8');
  expect(name, 'keeping of a page', page.headers['cache-control'], 'max-age=3600, stale-while-revalidate=86400');
  expect(name, 'sniffing', page.headers['x-content-type-options'], 'nosniff');
  expect(name, 'referrer', page.headers['referrer-policy'], 'same-origin');
  expect(name, 'policy', page.headers['content-security-policy'], /default-src 'self';.*frame-ancestors 'self'$/);
  expect(name, 'policies', page.headers['content-security-policy'].split('default-src').length, 2);
  const home = await get(host.base);
  expect(name, 'home by its folder', home.status, 200);
  expect(name, 'keeping of the home', home.headers['cache-control'], 'max-age=3600, stale-while-revalidate=86400');
}

/** What is made to stand in the pages of other sites may be framed by any of them, and nothing else may. */
async function judgeEmbedded(name, host) {
  const below = `${host.base}86-vienne/hors-ligne/`;
  const { status, headers } = await get(`${below}encarts/lusignan.html`);
  expect(name, 'a piece for a mairie', status, 200);
  expect(name, 'policy of what any site may show', headers['content-security-policy'], /^default-src 'self';.*frame-ancestors \*$/);
  expect(name, 'its keeping', headers['cache-control'], 'max-age=3600, stale-while-revalidate=86400');
  const beside = await get(`${below}guide.html`);
  expect(name, 'policy of what stands beside', beside.headers['content-security-policy'], /frame-ancestors 'self'$/);
}

async function judgeTypes(name, host, site) {
  const types = {
    ics: ['text/calendar; charset=utf-8', 'max-age=3600'],
    vcf: ['text/vcard; charset=utf-8', 'max-age=3600, stale-while-revalidate=86400'],
    atom: ['application/atom+xml; charset=utf-8', 'max-age=3600'],
    geojson: ['application/geo+json; charset=utf-8', 'max-age=3600, stale-while-revalidate=86400'],
    csv: ['text/csv; charset=utf-8', 'max-age=3600, stale-while-revalidate=86400'],
  };
  for (const [end, [type, kept]] of Object.entries(types)) {
    const path = site.find((file) => file.endsWith(`.${end}`));
    for (const encoding of ['identity', 'gzip']) {
      const { status, headers } = await get(host.base + path, asks(encoding));
      expect(name, `status of .${end} (${encoding})`, status, 200);
      expect(name, `type of .${end} (${encoding})`, headers['content-type'], type);
      expect(name, `keeping of .${end} (${encoding})`, headers['cache-control'], kept);
      expect(name, `others may read .${end}`, headers['access-control-allow-origin'], '*');
    }
  }
}

/** The page that a wrong address shows is the nearest one, and no browser keeps it. */
async function judgeErrors(name, host) {
  const pages = { 'nulle-part.html': '404.html', 'x/y/z.html': '404.html', '86-vienne/acteurs/nulle-part.html': '86-vienne/404.html', '86-vienne/x/y': '86-vienne/404.html' };
  for (const [wrong, page] of Object.entries(pages)) {
    for (const encoding of ['identity', 'br', 'gzip']) {
      const { status, headers, body } = await get(host.base + wrong, asks(encoding));
      const text = (SAME[headers['content-encoding']] ?? ((bytes) => bytes))(body);
      expect(name, `status of ${wrong}`, status, 404);
      expect(name, `page of ${wrong} (${encoding})`, text.equals(readFileSync(join(host.folder, page))), true);
      expect(name, `keeping of ${wrong}`, headers['cache-control'] ?? 'no-cache', 'no-cache');
    }
  }
}

async function judgePacked(name, host, encodings) {
  const plain = readFileSync(join(host.folder, PAGE));
  for (const path of [PAGE, '86-vienne/']) {
    for (const [asked, wanted] of Object.entries(encodings)) {
      const { headers, body } = await get(host.base + path, asks(asked));
      expect(name, `encoding of ${path} for « ${asked} »`, headers['content-encoding'] ?? 'none', wanted);
      expect(name, `type of ${path} for « ${asked} »`, headers['content-type'], 'text/html; charset=utf-8');
      expect(name, `language of ${path}`, headers['content-language'] ?? 'fr', 'fr');
      expect(name, `Vary of ${path}`, headers.vary, /^Accept-Encoding$/i);
      if (wanted in SAME) {
        expect(name, `bytes of ${path} for « ${asked} »`, SAME[wanted](body).equals(plain), true);
        const made = readFileSync(join(host.folder, PAGE + { br: '.br', gzip: '.gz' }[wanted]));
        expect(name, `what was made beforehand is sent for « ${asked} »`, body.equals(made), true);
      } else expect(name, `bytes of ${path} for « ${asked} »`, body.equals(plain), true);
    }
  }
}

/** An unchanged page is not sent again, however it was compressed. */
async function judgeAgain(name, host, path) {
  for (const encoding of ['identity', 'gzip', 'br']) {
    const first = await get(host.base + path, asks(encoding));
    const again = await get(host.base + path, { ...asks(encoding), 'If-None-Match': first.headers.etag });
    expect(name, `${path} asked again (${encoding})`, again.status, 304);
    expect(name, `keeping of ${path} asked again`, again.headers['cache-control'] ?? '', /max-age=/);
  }
}

/** A second visit within the hour costs nothing; no page is refused anything by its own policy or its host's. */
async function judgeVisits(name, host, browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const refused = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  let cached = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  session.on('Network.responseReceived', ({ response }) => response.fromDiskCache && cached++);
  const visit = async () => {
    bytes = 0;
    for (const path of ['index.html', PAGE, '86-vienne/recherche.html', '86-vienne/agenda/index.html']) await page.goto(host.base + path);
    await page.goto('about:blank');
    return bytes;
  };
  expect(name, 'bytes of a first visit', (await visit()) > 4_000, true);
  expect(name, 'bytes of a second visit', await visit(), 0);
  expect(name, 'pages from the cache', cached >= 4, true);
  expect(name, 'what policies refuse', refused.join(' '), '');
  await context.close();
}

/** The judges find what is wrong: without the rules, each has something to say. */
async function judgePlants(folder) {
  const bare = { ...(await apache(folder, PREFIX, { bare: true })), folder };
  const before = faults.length;
  const { status, headers } = await get(bare.base + PAGE);
  // A host with none of the modules still gives the pages, and never an error of its own.
  expect('apache without modules', 'status of a page', status, 200);
  expect('apache without modules', 'type of a page', headers['content-type'], 'text/html; charset=utf-8');
  expect('apache without modules', 'status of a wrong address', (await get(`${bare.base}x`)).status, 404);
  const real = faults.splice(before);
  await judgeHeaders('plant', bare).catch(() => faults.push('no policy'));
  await judgeErrors('plant', bare);
  await judgeAgain('plant', bare, PAGE);
  const caught = faults.splice(before).length;
  faults.push(...real);
  await bare.close();
  expect('plants', 'a host without rules is found out', caught > 5, true);
}

async function main([folder, settings]) {
  if (!settings) throw new Error('usage: node hosts.mjs SITE_DIR NGINX_CONF');
  const site = readFileSync(join(folder, '.jalon-fichiers'), 'utf8').split('\n').slice(1).map((line) => line.split(' ')[2] ?? '');
  const browser = await launch();
  const all = { identity: 'none', br: 'br', gzip: 'gzip', 'gzip, deflate, br': 'br', 'br;q=0, gzip': 'gzip', 'gzip;q=0': 'none' };
  const hosts = {
    apache: [await apache(folder, PREFIX), all],
    'apache, by an alias': [await apache(folder, PREFIX, { aliased: true }), all],
    'apache, at the root': [await apache(folder, '/'), all],
    nginx: [await nginx(folder, PREFIX, settings), { identity: 'none', gzip: 'gzip', 'gzip;q=0': 'none' }],
    'nginx, at the root': [await nginx(folder, '/', settings), { identity: 'none', gzip: 'gzip' }],
  };
  for (const [name, [host, encodings]] of Object.entries(hosts)) {
    host.folder = folder;
    try {
      await judgeHeaders(name, host);
      await judgeEmbedded(name, host);
      await judgeTypes(name, host, site);
      await judgeErrors(name, host);
      await judgePacked(name, host, encodings);
      await judgeAgain(name, host, PAGE);
      await judgeVisits(name, host, browser);
    } catch (error) {
      faults.push(`${name}: ${error.message}`);
    } finally {
      await host.close();
    }
  }
  await judgePlants(folder);
  await browser.close();
  for (const fault of faults) console.log(`FAIL hosts · ${fault}`);
  console.log(`hosts: ${faults.length} faults in ${judged} judgements`);
  return faults.length === 0;
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
