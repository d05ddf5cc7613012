// What opening a page asks of the line: on an old network one more request costs half a second.
import { listen, withContext } from './browser.mjs';
import { imageFaults } from './images.mjs';
import { pageOfEachKind } from './kinds.mjs';
import { fault, result } from './report.mjs';
import { serve } from './server.mjs';

const AT_ONCE = 4;

/** The search is the one page that a script helps. */
const MAY_SCRIPT = /(^|\/)(recherche|hors-ligne\/(guide|index))\.html$/;

/** A browser opens one page of each kind, a few at once; scripts are looked for in the source of all. */
export async function judgeRequests(site, browser) {
  const opened = new Map();
  const queue = pageOfEachKind(site).values();
  const worker = async () => {
    for (const { path } of queue) opened.set(path, await openingFaults(site, browser, path));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return [...site.pages.values()].map((page) =>
    result('requests', page.path, [...(opened.get(page.path) ?? []), ...scriptFaults(page)]),
  );
}

/** From a host of its own in a context of its own: nothing is in the cache, nobody else asks. */
async function openingFaults(site, browser, path) {
  const server = await serve(site, '/');
  try {
    return await withContext(browser, {}, (context) => open(context, server, path));
  } finally {
    await server.close();
  }
}

/** A page asks for itself, and for the images it shows. */
async function open(context, server, path) {
  const tab = await context.newPage();
  const faults = listen(tab);
  const images = new Set();
  tab.on('request', (request) => {
    if (request.resourceType() === 'image') images.add(new URL(request.url()).pathname);
  });
  await tab.goto(server.base + encodeURI(path));
  faults.push(...(await imageFaults(tab)));
  const asked = server.asked.slice(1).filter((url) => !images.has(url));
  const extra = new Set([...asked, ...(await iconAsked(tab))]);
  return [...faults, ...[...extra].map((url) => fault('extra-request', url))];
}

/** A browser fetches the icon some time after the page, or looks for one if none is named. */
function iconAsked(tab) {
  return tab.evaluate(() => {
    const { pathname, protocol } = new URL(document.querySelector('link[rel~=icon]')?.href ?? '/favicon.ico', location);
    return protocol === 'data:' ? [] : [pathname];
  });
}

function scriptFaults({ path, scripts }) {
  return scripts > 0 && !MAY_SCRIPT.test(path) ? [fault('script-element', `${scripts} <script>`)] : [];
}
