import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { usageError } from '../app/cli-error.ts';
import { isRecord } from './config-file.ts';

const NAME = '.chat-cli.json';
const KEYS = ['context', 'timeout'] as const;

/** What a folder says about the commands run in it. It may choose among saved contexts; it never holds addresses or secrets. */
export type ProjectFile = Partial<Record<(typeof KEYS)[number], string>>;

/** The nearest `.chat-cli.json` of this folder or one above it. @throws USAGE when it says anything else */
export function readProjectFile(folder: string): ProjectFile {
  const path = findUpwards(folder);
  if (!path) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw usageError(`${path} is not valid JSON.`, 'Mend or remove it.');
  }
  if (!isRecord(parsed)) throw usageError(`${path} must hold one object.`, 'Mend or remove it.');
  for (const [key, value] of Object.entries(parsed))
    if (!KEYS.includes(key as (typeof KEYS)[number]) || typeof value !== 'string')
      throw usageError(`${path} has “${key}”, which is not understood.`, `It may hold texts for: ${KEYS.join(', ')}.`);
  return parsed;
}

function findUpwards(folder: string): string | null {
  const path = join(folder, NAME);
  if (existsSync(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? null : findUpwards(parent);
}
