// Judges the editor's schemas from outside: `node schemas.mjs SCHEMAS_DIR CONTENT_DIR PYTHON`.
// Every record of a content folder is read as an editor's server reads it (npm yaml, YAML 1.2) and must be accepted by two
// validators (npm ajv, PyPI jsonschema); every planted fault must be refused by both, where it stands.
import { execFileSync } from 'node:child_process';
import { readFile, readdir, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { parseAllDocuments } from 'yaml';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const [schemas, content, python = 'python3'] = process.argv.slice(2);

/** The schema of a file, by its place below `content/`. */
function kindOf(path) {
  const [first, second] = path.split('/');
  const shared = { dispositifs: 'dispositif', territoires: 'territoire', calendriers: 'calendrier' };
  const own = { acteurs: 'acteur', evenements: 'evenement', 'guide.yaml': 'guide', 'diffusion.yaml': 'diffusion', 'audit.yaml': 'audit' };
  if (!path.includes('/')) return path.replace(/\.yaml$/, '');
  return shared[first] ?? own[second];
}

const good = 'nom: A\ncommune: Poitiers\n';
/** A record, the schema, where it is wrong (a JSON pointer that the validators must name); '' for none. */
const PLANTS = [
  ['acteur', good, null],
  ['acteur', `${good}telephone: 0536490000\nhoraires: {lundi: 9h-12h, mardi: ''}\nservices: Aide aux démarches administratives\n`, null],
  ['acteur', `${good}courriels:\nsans_rendez_vous: oui\nequipements: [wifi, {nom: ordinateur, nombre: 4}]\n`, null],
  ['acteur', `- ${good.replaceAll('\n', '\n  ').trimEnd()}\n- {nom: B, commune: Vivonne}\n`, null],
  ['acteur', `${good}modalites_acces: [Ce lieu n’accueille pas de public]\n`, null],
  ['guide', 'titre: A\ndepartement: "86"\nediteur: B\nfraicheur: {lieu: 12 mois, autres: 2 ans}\n', null],
  ['acteur', 'commune: Poitiers\n', ''],
  ['acteur', 'nom:\ncommune: Poitiers\n', '/nom'],
  ['acteur', `${good}telphone: 05 36 49 00 00\n`, ''],
  ['acteur', `${good}telephone: [05 36 49 00 00]\n`, '/telephone'],
  ['acteur', `${good}telephone: demander à l'accueil\n`, '/telephone'],
  ['acteur', `${good}services: [Aide aux demarches]\n`, '/services'],
  ['acteur', `${good}sans_rendez_vous: peut-être\n`, '/sans_rendez_vous'],
  ['acteur', `${good}demarches_papier: parfois\n`, '/demarches_papier'],
  ['acteur', `${good}latitude: 46,58\n`, '/latitude'],
  ['acteur', `${good}site_web: www.exemple.fr\n`, '/site_web'],
  ['acteur', `${good}courriels: [accueil]\n`, '/courriels'],
  ['acteur', `${good}verifie: {par: hub}\n`, '/verifie'],
  ['acteur', `${good}verifie: {le: 3 novembre}\n`, '/verifie/le'],
  ['acteur', `${good}tous_les: 6\n`, '/tous_les'],
  ['acteur', `${good}changements: [{du: 2026-12-01}]\n`, '/changements'],
  ['acteur', `${good}contact_personne: {nom: X}\n`, '/contact_personne'],
  ['acteur', `${good}images: [{fichier: a.jpg}]\n`, '/images'],
  ['acteur', `- {nom: A, commune: Poitiers}\n- {nom: B, comune: Poitiers}\n`, '/1'],
  ['evenement', 'nom: A\ndates: [{horaires: 14h-16h}]\n', '/dates'],
  ['evenement', 'nom: A\nplaces: beaucoup\n', '/places'],
  ['guide', 'titre: A\nediteur: B\n', ''],
  ['guide', 'titre: A\ndepartement: "86"\nediteur: B\nproduits: [afiche]\n', '/produits'],
  ['guide', 'titre: A\ndepartement: "86"\nediteur: B\nfraicheur: {bibliotheque: 12 mois}\n', '/fraicheur'],
  ['numeros-utiles', '- {nom: A, pour_quoi: B}\n', '/0'],
  ['glossaire', '- {terme: A}\n', '/0'],
  ['territoire', 'nom: A\nsorte: village\n', '/sorte'],
  ['calendrier', 'nom: A\njours: [{du: 2026}]\n', '/jours'],
  ['dispositif', 'nom: A\ndepuis: longtemps\n', '/depuis'],
  ['diffusion', '- {ou: A, edition: une}\n', '/0/edition'],
  ['site', 'titre: A\nediteur: B\nregoin: C\n', ''],
];

const parsed = (text, path) =>
  parseAllDocuments(text, { version: '1.2' }).map((document) => {
    if (document.errors.length) throw new Error(`${path}: ${document.errors[0].message}`);
    return document.toJS();
  });

const cases = [];
for (const path of (await readdir(content, { recursive: true })).filter((path) => path.endsWith('.yaml')).sort()) {
  const kind = kindOf(path.replaceAll('\\', '/'));
  for (const value of parsed(await readFile(join(content, path), 'utf8'), path)) cases.push({ kind, path, value, at: null });
}
const records = cases.length;
for (const [kind, text, at] of PLANTS) {
  const [value] = parsed(text, text);
  cases.push({ kind, path: `planted: ${JSON.stringify(text)}`, value, at });
}

const validators = {};
for (const file of await readdir(schemas)) {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, allowUnionTypes: true });
  ajv.addKeyword('enumDescriptions');
  validators[file.replace(/\.json$/, '')] = ajv.compile(JSON.parse(await readFile(join(schemas, file), 'utf8')));
}
const faults = [];
/** Whether a case was judged as it must be: accepted, or refused at its place. */
function judge(who, one, places) {
  const right = one.at === null ? places.length === 0 : places.includes(one.at);
  if (!right) faults.push(`${who}, ${one.kind}, ${one.path}: expected ${one.at ?? 'nothing'}, found ${JSON.stringify([...new Set(places)])}`);
}
for (const one of cases) {
  const validate = validators[one.kind];
  if (!validate) faults.push(`no schema for ${one.path}`);
  else judge('ajv', one, validate(one.value) ? [] : validate.errors.map((error) => error.instancePath));
}
const scratch = await mkdtemp(join(tmpdir(), 'jalon-schemas-'));
await writeFile(join(scratch, 'cases.json'), JSON.stringify(cases));
const told = execFileSync(python, [join(HERE, 'schemas.py'), schemas, join(scratch, 'cases.json')], { maxBuffer: 1 << 28 });
await rm(scratch, { recursive: true });
JSON.parse(told).forEach((places, rank) => judge('jsonschema', cases[rank], places));

for (const fault of faults) console.error(fault);
console.log(`schemas: ${Object.keys(validators).length}, records: ${records}, planted: ${PLANTS.length}, faults: ${faults.length}`);
process.exit(faults.length || records < 100 ? 1 : 0);
