// What a judge says of a page, and how it is printed.

/** One check group on one page: it passes when it has no fault. A fault is `{rule, excerpt}`. */
export function result(group, page, faults) {
  return { group, page, faults };
}

export function fault(rule, excerpt = '') {
  return { rule, excerpt: shorten(excerpt) };
}

/** Runs one judge. A judge that breaks is a failure: a silent judge would look like a good site. */
export async function judged(group, judge) {
  const start = Date.now();
  let results;
  try {
    results = await judge();
  } catch (error) {
    results = [result(group, '-', [fault('judge-broken', error.stack ?? error)])];
  }
  return { group, results, seconds: (Date.now() - start) / 1000 };
}

/** Prints one group; a rule broken on every page is shown on a few, since one cause is likely. */
export function printGroup({ group, results, seconds }, shownPerRule) {
  const failed = results.filter((one) => one.faults.length > 0);
  for (const [rule, occurrences] of byRule(failed)) {
    for (const { from, page, excerpt } of occurrences.slice(0, shownPerRule)) {
      console.log(`FAIL ${from} · ${page} · ${rule} · ${excerpt}`);
    }
    const hidden = occurrences.length - shownPerRule;
    if (hidden > 0) console.log(`     … ${rule}: ${hidden} more (--all shows them)`);
  }
  const passed = results.length - failed.length;
  console.log(`${group}: ${passed} passed, ${failed.length} failed, ${seconds.toFixed(1)} s`);
}

/** The last line, made to be read by programs too; true when nothing failed. */
export function printSummary(results) {
  const failed = results.filter((one) => one.faults.length > 0).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

function byRule(results) {
  const rules = new Map();
  for (const { group, page, faults } of results) {
    for (const { rule, excerpt } of faults) {
      if (!rules.has(rule)) rules.set(rule, []);
      rules.get(rule).push({ from: group, page, excerpt });
    }
  }
  return rules;
}

function shorten(text) {
  const line = String(text).replace(/\s+/g, ' ').trim();
  return line.length > 240 ? `${line.slice(0, 240)}…` : line;
}
