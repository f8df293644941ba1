import { readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { root } from '../setup/paths.mjs';
import { listFiles } from '../setup/stamp.mjs';

const places = ['packages', 'tenant-app', 'control-plane', 'cli', 'templates', 'nginx', 'bench', 'e2e', 'scripts'];
const codeEndings = new Set(['.ts', '.tsx', '.mjs', '.js', '.css', '.sh']);

/** Paths (from the repository's folder) of every source file of ours, sorted. */
export function sourcePaths(folder = root) {
  return listFiles(places.map((place) => join(folder, place)))
    .map((file) => relative(folder, file))
    .filter((path) => codeEndings.has(extname(path)));
}

export function readSource(path, folder = root) {
  return readFileSync(join(folder, path), 'utf8');
}
