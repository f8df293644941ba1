import { readSource, sourcePaths } from './sources.mjs';

const lookAt = 150;
const most = 300;

/** Files over 300 lines are problems, over 150 worth a look; tests of data, generated files and style sheets aside. */
export function checkFileLength(folder) {
  const lengths = sourcePaths(folder)
    .filter((path) => !isData(path))
    .map((path) => ({ path, lines: countLines(readSource(path, folder)) }));
  return {
    problems: lengths.filter(({ lines }) => lines > most).map(({ path, lines }) => `${path}: ${lines} lines, at most ${most}`),
    remarks: lengths.filter(({ lines }) => lines > lookAt && lines <= most).map(({ path, lines }) => `${path} (${lines})`),
  };
}

function isData(path) {
  return path.startsWith('templates/') || path.includes('/generated/') || path.endsWith('.data.ts') || path.endsWith('.d.ts');
}

export function countLines(text) {
  return text === '' ? 0 : text.trimEnd().split('\n').length;
}
