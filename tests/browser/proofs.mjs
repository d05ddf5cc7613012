// The criteria of accessibility that name a judge as their proof, as `src/vocabulary/rgaa` has them.
import { readFileSync } from 'node:fs';

const CRITERIA = new URL('../../src/vocabulary/rgaa/4.1.2.txt', import.meta.url);

/** The proofs by a judge, axe or the validator that no page of `plants` has a fault for: « 9.3 axe:list ». */
export function unplanted(plants) {
  const rules = Object.entries(plants).flatMap(([judge, pages]) =>
    Object.values(pages).flatMap(({ rules = [] }) => rules.map((rule) => (judge === 'vnu' ? rule : rule.split(' ')[0]))),
  );
  const isPlanted = (kind, name) => {
    if (kind === 'vnu') return rules.some((rule) => rule.startsWith(`error: ${name}`));
    return rules.includes(kind === 'axe' ? `axe:${name}` : name);
  };
  const proofs = readFileSync(CRITERIA, 'utf8').split('\n').map((line) => line.split('|'));
  return proofs
    .map(([number, , proof = '']) => [number, ...proof.split(/:(.*)/s)])
    .filter(([, kind, name]) => ['axe', 'juge', 'vnu'].includes(kind) && !isPlanted(kind, name))
    .map(([number, kind, name]) => `${number} ${kind}:${name}`);
}
