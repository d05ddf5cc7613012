// Without JavaScript, the same things are said: a script may help to find, never be needed to read.
import { axeFaults, bringAxe } from './axe.mjs';
import { eachPage, withContext } from './browser.mjs';
import { sampleOf } from './kinds.mjs';
import { fault, result } from './report.mjs';
import { shownText } from './text.mjs';

export async function judgeNoscript(site, browser) {
  const results = [];
  await withContext(browser, {}, (context) =>
    eachPage(context, site.root, sampleOf(site), async (tab, path) => {
      results.push(result('noscript', path, await pageFaults(tab)));
    }),
  );
  return results.sort((a, b) => (a.page < b.page ? -1 : 1));
}

async function pageFaults(tab) {
  const on = await readPage(tab);
  await reloadWithoutScript(tab);
  const off = await readPage(tab);
  const faults = differences(on.text, off.text);
  // A page that is the same document without scripts has been through axe already, with the views.
  return on.document === off.document ? faults : [...faults, ...(await axeOfOffPage(tab))];
}

/** Scripts are off while the page loads, then given back to the judge: axe waits on timers. */
async function reloadWithoutScript(tab) {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await tab.reload();
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
}

async function readPage(tab) {
  const main = await tab.evaluate(() => document.querySelector('main') !== null);
  const text = main ? (await shownText(tab, 'main')).join(' ') : null;
  return { text, document: await tab.evaluate(writeDocument) };
}

// Runs inside the page. What <noscript> holds is elements or one text, written alike: elements are counted.
function writeDocument() {
  return `${document.querySelectorAll('*').length} ${document.documentElement.outerHTML}`;
}

async function axeOfOffPage(tab) {
  // axe takes all of <noscript> for hidden, as it is elsewhere: what it holds is set free.
  await tab.evaluate(() => document.querySelectorAll('noscript').forEach((one) => one.replaceWith(...one.childNodes)));
  await bringAxe(tab);
  return axeFaults(tab);
}

function differences(on, off) {
  if (on === null || off === null) return [fault('no-main', 'the page has no <main>')];
  if (on === off) return on === '' ? [fault('empty-main', '<main> shows no text')] : [];
  let same = 0;
  while (on[same] === off[same]) same += 1;
  const around = (text) => text.slice(Math.max(0, same - 30), same + 60);
  return [fault('noscript-content', `with script «${around(on)}», without «${around(off)}»`)];
}
