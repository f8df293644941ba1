import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../setup/paths.mjs';

const languages = ['pt-BR', 'en', 'es'];
const folders = [
  'packages/ui/src/locales',
  'tenant-app/web/src/locales',
  'control-plane/web/src/locales',
  'tenant-app/src/locales',
  'control-plane/src/locales',
];

/** The three languages have the same keys, the same {{placeholders}}, and no empty text. */
export function checkLocales(folder = root) {
  const sets = [
    ...folders.map((place) => languages.map((language) => join(folder, place, `${language}.json`))),
    ...templateSets(join(folder, 'templates', 'messages')),
  ].filter((files) => files.some(existsSync));
  return { problems: sets.flatMap((files) => compareSet(files, folder)), remarks: [] };
}

/** templates/messages/<language>/<name>.json: one set per name. */
function templateSets(place) {
  const names = new Set(languages.flatMap((language) => (existsSync(join(place, language)) ? readdirSync(join(place, language)) : [])));
  return [...names].filter((name) => name.endsWith('.json')).map((name) => languages.map((language) => join(place, language, name)));
}

function compareSet(files, folder) {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length) return missing.map((file) => `${relative(folder, file)} is missing`);
  const texts = files.map((file) => flatten(JSON.parse(readFileSync(file, 'utf8'))));
  const shown = files.map((file) => relative(folder, file));
  const keys = [...new Set(texts.flatMap((text) => [...text.keys()]))].sort();
  return keys.flatMap((key) => compareKey(key, texts, shown));
}

function compareKey(key, texts, shown) {
  const lacking = shown.filter((_file, index) => !texts[index].has(key));
  if (lacking.length) return isPluralForm(key, texts) ? [] : lacking.map((file) => `${file} lacks ${key}`);
  const problems = shown.filter((_file, index) => texts[index].get(key) === '').map((file) => `${file}: ${key} is empty`);
  const wanted = placeholders(texts[0].get(key));
  for (const [index, file] of shown.entries()) {
    const found = placeholders(texts[index].get(key));
    if (found !== wanted) problems.push(`${file}: ${key} has ${found || 'no placeholder'}, ${shown[0]} has ${wanted || 'none'}`);
  }
  return problems;
}

/** Languages differ in plural forms (`_many` is Portuguese and Spanish only): the form may lack where `_other` is there. */
function isPluralForm(key, texts) {
  const base = /^(.*)_(zero|two|few|many)$/.exec(key)?.[1];
  return base !== undefined && texts.every((text) => text.has(`${base}_other`));
}

/** Nested texts as a map of dotted keys. */
export function flatten(value, prefix = '') {
  if (typeof value !== 'object' || value === null) return new Map([[prefix, String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...flatten(inner, prefix ? `${prefix}.${key}` : key)]));
}

function placeholders(text) {
  return [...new Set(text.match(/\{\{\s*[^}]+?\s*\}\}/g) ?? [])]
    .map((match) => match.replaceAll(/\s/g, ''))
    .sort()
    .join(' ');
}
