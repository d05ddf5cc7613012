// The Nu Html Checker on the pages: the same judge as validator.w3.org, run here.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindOf } from './kinds.mjs';
import { fault, result } from './report.mjs';
import { guidesOf } from './site.mjs';

const JAR = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

/** Many pages a call, since Java starts slowly; not all, since a command line has a length. */
const PAGES_PER_CALL = 500;

/** Of a kind with so many pages, all from one template, one in five is validated: the communes of whole départements. */
const MANY_OF_A_KIND = 1000;
const ONE_IN = 5;

/** The HTML grammar is read by recursion: the 512k that the checker advises overflow on some Javas. */
const STACK = '-Xss4m';

export async function judgeVnu(site) {
  const paths = validated(site);
  const messages = [];
  for (let at = 0; at < paths.length; at += PAGES_PER_CALL) {
    messages.push(...(await validate(site, paths.slice(at, at + PAGES_PER_CALL))));
  }
  const errors = messages.filter(({ type }) => type !== 'info');
  const warnings = messages.filter(({ type, ...one }) => type === 'info' && !isOfData(one) && !isOfFigure(one));
  printWarnings(warnings);
  console.log(`vnu: ${errors.length} errors, ${warnings.length} warnings on ${paths.length} pages of ${site.pages.size}`);
  return resultsByPage(paths, errors);
}

function validated(site) {
  const guides = guidesOf(site);
  const kinds = new Map();
  for (const path of [...site.pages.keys()].sort()) {
    const kind = kindOf(path, guides);
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(path);
  }
  const some = (paths) => (paths.length > MANY_OF_A_KIND ? paths.filter((_, rank) => rank % ONE_IN === 0) : paths);
  return [...kinds.values()].flatMap(some);
}

/** Every page has its result, and so has an error that the checker could give to no page. */
function resultsByPage(paths, errors) {
  const faults = new Map(paths.map((path) => [path, []]));
  for (const error of errors) {
    if (!faults.has(error.path)) faults.set(error.path, []);
    faults.get(error.path).push(vnuFault(error));
  }
  return [...faults].map(([path, found]) => result('vnu', path, found));
}

function vnuFault({ type, message, lastLine, extract }) {
  return fault(`${type}: ${message}`, `line ${lastLine ?? '?'}: ${extract ?? ''}`);
}

/** Warnings do not fail a page, but a reader of the log must see each kind once. */
function printWarnings(warnings) {
  const kinds = new Map(warnings.map((one) => [one.message, one]));
  for (const { path, message, lastLine } of kinds.values()) {
    console.log(`WARN vnu · ${path} · ${message} · line ${lastLine ?? '?'}`);
  }
}

/**
 * The checker takes data in a page for a script that the policy blocks. Data is not run, so no policy is asked
 * (HTML, « prepare the script element »); its hash in the policy would silence this, for 50 bytes on every page of an event.
 */
function isOfData({ message, extract }) {
  return message.startsWith('Inline script violates') && extract?.includes('<script type="application/ld+json">');
}

/** The RGAA asks for this role, with the caption as its name (test 1.9.1): its absence would be a fault in an audit. */
function isOfFigure({ message }) {
  return message === 'The “figure” role is unnecessary for element “figure”.';
}

async function validate(site, paths) {
  const options = [STACK, '-jar', JAR, '--format', 'json', '--stdout', '--exit-zero-always'];
  const output = await run('java', [...options, ...paths.map((path) => join(site.root, path))]);
  return JSON.parse(output).messages.map((message) => ({ ...message, path: pathOf(site, message) }));
}

function pathOf(site, { url }) {
  return url ? relative(site.root, fileURLToPath(url)).split(sep).join('/') : '-';
}

function run(command, args) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const texts = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => (texts[stream] += text));
    }
    child.on('error', failed);
    child.on('close', (code) => {
      if (code === 0) done(texts.stdout);
      else failed(new Error(`${command} ended with ${code}: ${texts.stderr}`));
    });
  });
}
