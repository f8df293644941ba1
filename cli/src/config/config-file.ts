import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CliError } from '../app/cli-error.ts';

export interface SavedContext {
  /** Origin of the control plane, such as `https://panel.example.com`. */
  url: string;
  token?: string;
  /** A file with the token, read at every use; `token` wins. */
  tokenFile?: string;
}
export interface ConfigFile {
  current?: string;
  contexts: Record<string, SavedContext>;
}

/** The saved contexts; empty where there is no file yet. */
export function readConfig(path: string): ConfigFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { contexts: {} };
    throw new CliError('CONFIG_UNREADABLE', `${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
      hint: 'Mend its permissions.',
      cause: error,
    });
  }
  const parsed = parse(text);
  if (!isConfig(parsed))
    throw new CliError('CONFIG_BROKEN', `${path} is not a valid list of contexts.`, {
      hint: 'Mend it, or remove it and run `chat-cli login` again.',
    });
  return parsed;
}

/** Replaces the file as a whole; only its owner may read it. */
export function writeConfig(path: string, config: ConfigFile): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
    chmodSync(temporary, 0o600);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new CliError('CONFIG_UNWRITABLE', `${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`, {
      hint: 'Mend its permissions, or name another folder with XDG_CONFIG_HOME.',
      cause: error,
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // refused by the caller, with the file's name
  }
}

function isConfig(value: unknown): value is ConfigFile {
  if (!isRecord(value) || !isRecord(value.contexts)) return false;
  const contexts = Object.values(value.contexts);
  return (
    isOptionalText(value.current) &&
    contexts.every((each) => isRecord(each) && typeof each.url === 'string' && isOptionalText(each.token) && isOptionalText(each.tokenFile))
  );
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOptionalText = (value: unknown) => value === undefined || typeof value === 'string';
