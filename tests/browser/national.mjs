// Rows of the national table of places, read by the library of the national schema itself.
import { createRequire } from 'node:module';
import { fault } from './report.mjs';

// Its modern build names its own files without extension, which Node does not follow.
const national = createRequire(import.meta.url)('@gouvfr-anct/lieux-de-mediation-numerique');

/** Columns whose values the library keeps as they are, or does not look at. */
const LISTS = ['services', 'frais_a_charge', 'modalites_acces', 'modalites_accompagnement', 'typologie', 'itinerance',
  'publics_specifiquement_adresses', 'prise_en_charge_specifique', 'dispositif_programmes_nationaux', 'formations_labels'];

/** What the schema asks for and a record may not know: told apart, since nothing is to be made up. */
const ASKED = ['code_postal', 'adresse', 'date_maj'];

/** The faults of a row, and whether it only lacks what nobody knows. */
export function judgeRow(row) {
  const lacking = ASKED.filter((column) => row[column] === '');
  if (lacking.length > 0) return { lacking, faults: [] };
  // The library knows of no empty cell: what is not known is not there.
  const known = Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));
  try {
    const back = national.toSchemaLieuMediationNumerique(national.fromSchemaLieuDeMediationNumerique(known));
    return { lacking, faults: changes(row, back) };
  } catch (error) {
    return { lacking, faults: [fault('national-refused', `${row.id}: ${error.message}`)] };
  }
}

/** A place without services comes back as one that receives nobody: a known trap of the library, not looked at. */
function changes(row, back) {
  if (row.services === '') return [];
  const sorted = (cell) => (cell ?? '').split('|').sort().join('|');
  const other = LISTS.filter((column) => sorted(row[column]) !== sorted(back[column]));
  return other.map((column) => fault('national-changed', `${row.id}, ${column}: ${row[column]} → ${back[column]}`));
}

/** The faults of a thing of the JSON form: the library gives back the very same. */
export function judgeJson(thing) {
  try {
    const back = national.toSchemaLieuMediationNumerique(national.fromSchemaLieuDeMediationNumerique(thing));
    const asText = (value) => (typeof value === 'string' ? value.split('|').sort().join('|') : value);
    const keys = [...new Set([...Object.keys(thing), ...Object.keys(back)])].filter((key) => back[key] !== undefined || thing[key] !== undefined);
    const other = keys.filter((key) => asText(thing[key]) !== asText(back[key]));
    return other.map((key) => fault('national-changed', `${thing.id}, ${key}: ${thing[key]} → ${back[key]}`));
  } catch (error) {
    return [fault('national-refused', `${thing.id}: ${error.message}`)];
  }
}
