import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { anyParameter, findPlaces } from './places.mjs';
import { readSource } from './sources.mjs';

const page = 'docs/requirements.md';

/** Every row of docs/requirements.md names a place that exists and a test that exists. */
export function checkRequirements(folder = root) {
  if (!existsSync(join(folder, page))) return { problems: [`${page} is missing`], remarks: [] };
  const rows = readRows(readSource(page, folder));
  const places = findPlaces(folder);
  const problems = rows.flatMap((row) => checkRow(row, places, folder).map((problem) => `line ${row.line}, ${row.id}: ${problem}`));
  const seen = new Map();
  for (const { id, line } of rows) {
    if (seen.has(id)) problems.push(`line ${line}, ${id}: is on line ${seen.get(id)} already`);
    seen.set(id, line);
  }
  if (rows.length === 0) problems.push('no row of the form | R-nnn | where | test |');
  return { problems, remarks: [`${rows.length} rows`] };
}

/** The table's rows `| R-001 | where | test |`; other lines are prose. */
export function readRows(text) {
  return text.split('\n').flatMap((content, index) => {
    const cells = content
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim());
    return /^R-\d{3}$/.test(cells[0] ?? '')
      ? [{ line: index + 1, id: cells[0], where: spans(cells[1]), tests: spans(cells.at(-1)), cells: cells.length }]
      : [];
  });
}

/** The `code spans` of a cell. */
function spans(cell = '') {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text);
}

function checkRow({ where, tests, cells }, places, folder) {
  if (cells < 3) return ['has fewer than three cells'];
  const problems = [];
  if (where.length === 0) problems.push('names no place in `code`');
  if (tests.length === 0) problems.push('names no test in `code`');
  problems.push(...where.filter((place) => !placeExists(place, places, folder)).map((place) => `there is no ${place}`));
  problems.push(...tests.flatMap((test) => checkTest(test, folder)));
  return problems;
}

export function placeExists(place, places, folder) {
  const [first, ...words] = place.replace(/^npx /, '').split(/\s+/);
  if (/^(GET|POST|PUT|PATCH|DELETE)$/.test(first)) return places.endpoints.has(`${first} ${anyParameter(pathOf(words[0]))}`);
  if (first === 'npm') return places.scripts.includes(words[0] === 'run' ? words[1] : words[0]);
  if (first === 'chat-cli') return places.hasCommand(words.filter((word) => /^[a-z][a-z-]*$/.test(word)));
  if (first.startsWith('./')) return existsSync(join(folder, first));
  return first.startsWith('/') && places.pages.has(anyParameter(pathOf(first)));
}

function pathOf(text = '') {
  return text.split(/[?#]/)[0];
}

function checkTest(test, folder) {
  const [path, ...titles] = test.split('›').map((part) => part.trim());
  if (!/\.test\.(ts|tsx|mjs)$/.test(path)) return [`${path} isn't a test file`];
  if (!existsSync(join(folder, path))) return [`${path} doesn't exist`];
  if (titles.length === 0) return [`${path} is named without a test: write \`${path} › title\``];
  const source = readSource(path, folder);
  return titles.flatMap((title) => checkTitle(title, source, path));
}

function checkTitle(title, source, path) {
  const quoted = ["'", '"', '`'].map((quote) => `${quote}${title.replaceAll('\\|', '|')}${quote}`);
  const found = quoted.map((text) => source.indexOf(quote(text, source))).find((index) => index >= 0);
  if (found === undefined) return [`${path} has no test “${title}”`];
  const before = source.slice(Math.max(0, found - 40), found);
  return /\.(skip|todo)(\.each\([^)]*\))?\(\s*$/.test(before) ? [`${path}: “${title}” is skipped`] : [];
}

/** A title with an apostrophe stands escaped in a single-quoted string. */
function quote(text, source) {
  if (source.includes(text)) return text;
  return text.startsWith("'") ? `'${text.slice(1, -1).replaceAll("'", "\\'")}'` : text;
}
