import { readSource, sourcePaths } from './sources.mjs';

const lookAt = 150;
const most = 300;
const shown = 5;

/** Files over 300 lines are problems, over 150 worth a look; data and generated files aside. */
export function checkFileLength(folder) {
  const lengths = sourcePaths(folder)
    .filter((path) => !isData(path))
    .map((path) => ({ path, lines: countLines(readSource(path, folder)) }));
  const tooLong = lengths.filter(({ lines }) => lines > most);
  const long = lengths.filter(({ lines }) => lines > lookAt && lines <= most).sort((a, b) => b.lines - a.lines);
  return { problems: tooLong.map(({ path, lines }) => `${path}: ${lines} lines, at most ${most}`), remarks: remarkOn(long) };
}

function remarkOn(long) {
  if (long.length === 0) return [];
  const longest = long.slice(0, shown).map(({ path, lines }) => `${path} (${lines})`);
  return [`${long.length} over ${lookAt} lines, look twice: ${longest.join(', ')}${long.length > shown ? ', …' : ''}`];
}

function isData(path) {
  return path.startsWith('templates/') || path.includes('/generated/') || path.endsWith('.data.ts') || path.endsWith('.d.ts');
}

export function countLines(text) {
  return text === '' ? 0 : text.trimEnd().split('\n').length;
}
