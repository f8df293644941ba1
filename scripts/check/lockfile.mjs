import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** What would make `npm ci` refuse on a fresh clone: a package.json that the lockfile doesn't know, or holes in the lockfile. */
export function checkLockfile(folder = root) {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const own = Object.keys(packages).filter((path) => !path.includes('node_modules/'));
  const stale = own.filter((path) => !isCurrent(packages[path], join(folder, path, 'package.json')));
  const problems = stale.map(
    (path) => `package-lock.json doesn't match ${join(path, 'package.json')}: run npm install --package-lock-only`,
  );
  return { problems: [...problems, ...findHoles(packages)], remarks: [] };
}

function isCurrent(locked, file) {
  if (!existsSync(file)) return false;
  const wanted = JSON.parse(readFileSync(file, 'utf8'));
  return kinds.every((kind) => sameEntries(locked[kind], wanted[kind]));
}

function sameEntries(a = {}, b = {}) {
  const sorted = (entries) => JSON.stringify(Object.entries(entries).sort());
  return sorted(a) === sorted(b);
}

/** A package that isn't optional, with platform packages that the registry lacked when the lockfile was made. */
function findHoles(packages) {
  return Object.entries(packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.optional)
    .flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !resolves(name, path, packages))
        .map((name) => `package-lock.json lacks ${name}, which ${path} ${entry.version} may need: npm ci refuses it`),
    );
}

function resolves(name, from, packages) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (!place.includes('/node_modules/')) return Boolean(packages[`node_modules/${name}`]);
  }
}
