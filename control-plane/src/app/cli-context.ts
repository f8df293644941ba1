import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const NAME = 'local';
const File = z.looseObject({ current: z.string().optional(), contexts: z.record(z.string(), z.looseObject({ url: z.string() })) });

/**
 * Lets this user's `chat-cli` find us: context `local` in `chat-cli/config.json`, made current only where none is.
 * False: the file is there but can't be read as contexts, and was left alone.
 */
export function saveCliContext(configHome: string, context: { url: string; tokenFile: string }): boolean {
  const folder = join(configHome, 'chat-cli');
  const path = join(folder, 'config.json');
  const config = readContexts(path);
  if (!config) return false;
  const wanted = { ...config, current: config.current ?? NAME, contexts: { ...config.contexts, [NAME]: context } };
  if (JSON.stringify(wanted) === JSON.stringify(config)) return true;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(wanted, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return true;
}

function readContexts(path: string): z.infer<typeof File> | null {
  if (!existsSync(path)) return { contexts: {} };
  try {
    return File.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    return null; // told to the caller
  }
}
