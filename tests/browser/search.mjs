// The page of search, used as people do: they type, read the first answers, go there, come back.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileUrl, listen, withContext } from './browser.mjs';
import { fault, result } from './report.mjs';

const IS_SEARCH = /(^|\/)recherche\.html$/;

/** The hard questions, written before the search and asked of the build's own reference too. */
const QUESTIONS = JSON.parse(readFileSync(new URL('../recherche/questions.json', import.meta.url), 'utf8'));

export async function judgeSearch(site, browser) {
  const results = [];
  for (const path of [...site.pages.keys()].filter((one) => IS_SEARCH.test(one))) {
    const off = await withContext(browser, { javaScriptEnabled: false }, (context) => withoutScript(context, site, path));
    const on = await withContext(browser, {}, (context) => withScript(context, site, path));
    const away = await withContext(browser, {}, (context) => typing(context, site, path));
    results.push(result('search', path, [...off, ...on, ...away]));
  }
  return results;
}

/** A field that nothing answers is not shown. */
async function withoutScript(context, site, path) {
  const tab = await context.newPage();
  await tab.goto(fileUrl(site.root, path));
  return (await tab.locator('input').first().isVisible()) ? [fault('field-without-script')] : [];
}

/** Who types stays where he is: only a link that he follows leads away. */
async function typing(context, site, path) {
  const tab = await context.newPage();
  const home = fileUrl(site.root, path);
  await tab.goto(home);
  const field = tab.locator('[role=search] input');
  if (!(await field.isVisible())) return [];
  await field.fill('m');
  await tab.waitForTimeout(100);
  return tab.url().replace(/[?#].*/s, '') === home ? [] : [fault('leaves', tab.url())];
}

async function withScript(context, site, path) {
  const tab = await context.newPage();
  const faults = listen(tab);
  await tab.goto(fileUrl(site.root, path));
  const field = tab.locator('[role=search] input');
  if (!(await field.isVisible())) return [...faults, fault('no-field')];
  const name = await tab.evaluate(nameOfTheList);
  const first = await ask(tab, name);
  // What the list's own file brings is there a moment later.
  await tab.waitForTimeout(300);
  const asked = await ask(tab, name);
  if (!asked.answers.some(([text]) => text === name)) return [...faults, fault('not-found', name)];
  if (asked.said === '' || first.said === '') faults.push(fault('not-announced', name));
  if (asked.listed) faults.push(fault('list-still-shown', name));
  faults.push(...(await nothingFaults(tab)), ...(await escapeFaults(tab, field, name)));
  for (const question of questionsOf(path)) faults.push(...(await questionFaults(tab, site, path, question)));
  return [...faults, ...(await backFaults(tab, field, name))];
}

// Runs inside the page: the last name of its list.
function nameOfTheList() {
  const names = [...document.querySelectorAll('main li a')].filter((one) => !one.closest('nav, [role=search]'));
  return names.pop().textContent;
}

/** Types a question and reads the page: `{answers: [[text, address]], said, listed}`. */
async function ask(tab, text) {
  await tab.locator('[role=search] input').fill(text);
  return tab.evaluate(() => ({
    answers: [...document.querySelectorAll('[role=search] li a')].map((a) => [a.textContent, a.getAttribute('href')]),
    said: document.querySelector('[role=search] [role=status]')?.textContent ?? '',
    listed: [...document.querySelectorAll('main li a')].some(
      (one) => !one.closest('nav, [role=search]') && one.checkVisibility(),
    ),
  }));
}

/** Who finds nothing is told so, and ways to go on are in sight. */
async function nothingFaults(tab) {
  const { answers, said } = await ask(tab, 'xqjwxq');
  const faults = answers.length > 0 ? [fault('answers-to-nothing', answers[0][0])] : [];
  if (said === '') faults.push(fault('not-announced', 'nothing found'));
  const ways = await tab.locator('main nav a').count();
  return ways > 0 ? faults : [...faults, fault('no-way-on')];
}

async function escapeFaults(tab, field, name) {
  await ask(tab, name);
  await field.press('Escape');
  const { answers, said, listed } = await tab.evaluate(() => ({
    answers: document.querySelectorAll('[role=search] li').length,
    said: document.querySelector('[role=search] [role=status]')?.textContent ?? '',
    listed: [...document.querySelectorAll('main li a')].some((one) => !one.closest('nav, [role=search]') && one.checkVisibility()),
  }));
  const empty = (await field.inputValue()) === '' && answers === 0 && said === '' && listed;
  return empty ? [] : [fault('escape-keeps', name)];
}

/** Who comes back from an answer finds the question and its answers again. */
async function backFaults(tab, field, name) {
  await ask(tab, name);
  await tab.locator('[role=search] li a').first().click();
  await tab.goBack();
  await tab.waitForTimeout(300);
  const kept = (await field.inputValue()) === name && (await tab.locator('[role=search] li').count()) > 0;
  return kept ? [] : [fault('back-forgets', name)];
}

/** The questions for a guide: the folder of the page names it. */
function questionsOf(path) {
  return QUESTIONS.flatMap(({ guides }) => guides[posix.dirname(path)] ?? []);
}

/** A name as lists show it: homonyms carry their commune. */
function isName(shown, name) {
  return shown === name || shown.startsWith(`${name}, `);
}

async function questionFaults(tab, site, path, { cherche, premier, trouve = [], pas = [], rien = false, tout = false }) {
  const { answers, listed } = await ask(tab, cherche);
  const there = (name) => answers.some(([text]) => isName(text, name));
  const wrong = [];
  if (tout !== listed || (rien || tout) !== (answers.length === 0)) wrong.push(`${answers.length} answers`);
  if (premier && !isName(answers[0]?.[0] ?? '', premier)) wrong.push(`first is ${answers[0]?.[0]}`);
  wrong.push(...trouve.filter((name) => !there(name)).map((name) => `no ${name}`));
  wrong.push(...pas.filter(there).map((name) => `${name} is there`));
  const folder = posix.dirname(path);
  const dead = answers.filter(([, href]) => !site.files.has(posix.join(folder, decodeURI(href.split('#')[0]))));
  return [
    ...wrong.map((text) => fault('question', `${cherche}: ${text}`)),
    ...dead.map(([text, href]) => fault('dead-answer', `${text}: ${href}`)),
  ];
}
