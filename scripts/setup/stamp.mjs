import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ignored = new Set(['node_modules', 'dist', '.cache', '.data']);

/** Every file under the given files and folders that exist, sorted. */
export function listFiles(places) {
  return places.flatMap(listOne).sort();
}

function listOne(place) {
  if (!existsSync(place)) return [];
  let entries;
  try {
    entries = readdirSync(place, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [place];
    throw error;
  }
  return entries.filter((entry) => !ignored.has(entry.name)).flatMap((entry) => listOne(join(place, entry.name)));
}

/** One hash over the names (relative to `base`) and contents of files. */
export function hashFiles(files, base) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${relative(base, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${value}\n`);
}
