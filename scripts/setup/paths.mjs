import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
/** What can be made again: engines, Node, caches of checks. Survives `npm ci`. */
export const cacheDir = join(root, '.cache');
export const modulesDir = join(root, 'node_modules');
