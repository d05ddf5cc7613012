// The machine's own Chromium, started quietly; no browser is ever downloaded by the judges.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { fault } from './report.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Without these, Chromium looks for updates and accounts on the network at every start. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

const PAGE_TIMEOUT = 20_000;

export function launch() {
  return chromium.launch({ executablePath: findChromium(), args: QUIET });
}

/** Runs a task in a fresh context: no cache, focus or setting goes from one judge to the next. */
export async function withContext(browser, options, task) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PAGE_TIMEOUT);
  try {
    return await task(context);
  } finally {
    await context.close();
  }
}

/** Opens every path in tabs of one context, some at once, and hands each loaded tab to the task. */
export async function eachPage(context, root, paths, task, atOnce = 2) {
  const queue = paths.values();
  const worker = async () => {
    for (const path of queue) {
      const tab = await context.newPage();
      const complaints = listen(tab);
      await tab.goto(fileUrl(root, path));
      await task(tab, path, complaints);
      await tab.close();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export function fileUrl(root, path) {
  return pathToFileURL(join(root, path)).href;
}

/** Collects, as faults, all that a browser complains of while a tab lives. */
export function listen(tab) {
  const complaints = [];
  const note = (rule, excerpt) => complaints.push(fault(rule, excerpt));
  tab.on('console', (message) => {
    if (message.type() === 'error') note('console-error', message.text());
  });
  tab.on('pageerror', (error) => note('script-error', error.message));
  tab.on('requestfailed', (request) => note('request-failed', `${request.url()} ${request.failure()?.errorText}`));
  tab.on('request', (request) => {
    if (!/^(file:|data:|blob:|http:\/\/127\.0\.0\.1:)/.test(request.url())) note('outside-request', request.url());
  });
  tab.on('response', (response) => {
    if (response.status() !== 200) note('not-200', `${response.status()} ${response.url()}`);
  });
  return complaints;
}

function findChromium() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  throw new Error(`no browser in PATH: looked for ${NAMES.join(', ')}`);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
