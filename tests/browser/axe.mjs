// Automatic accessibility rules, by axe-core, on a page that is already open.
import axe from 'axe-core';
import { fault } from './report.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Gives axe to a page, once a load: reading its source takes longer than running it. */
export async function bringAxe(tab) {
  // evaluate goes through the debugger: the page's own content policy cannot stop it.
  await tab.evaluate(axe.source);
}

/** One fault for each element that breaks a rule, `except` the rules that have no meaning there. */
export async function axeFaults(tab, except = []) {
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  const violations = await tab.evaluate(runAxe, { values: TAGS, rules });
  return violations.map(({ id, target, html }) => fault(`axe:${id}`, `${target} ${html}`));
}

// Runs inside the page. `preload` would fetch style sheets again, which file:// refuses.
async function runAxe({ values, rules }) {
  const { violations } = await window.axe.run(document, {
    runOnly: { type: 'tag', values },
    rules,
    resultTypes: ['violations'],
    preload: false,
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => ({ id, target: target.join(' '), html })),
  );
}
