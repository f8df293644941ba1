import { readFileSync } from 'node:fs';
import type { ApiTarget } from '../api/client.ts';
import { CliError, usageError } from '../app/cli-error.ts';
import { type ConfigFile, readConfig, type SavedContext } from './config-file.ts';
import { configPath } from './paths.ts';
import type { ProjectFile } from './project-file.ts';

export interface Target extends ApiTarget {
  /** Name of the saved context; null when the environment gave the address. */
  context: string | null;
  /** Where the token comes from. */
  tokenFrom: 'environment' | 'file' | 'context' | null;
}

const DEFAULT_URL = 'http://localhost:3001';

/**
 * Which control plane to speak to: `--context`, else `CHAT_CLI_URL` + `CHAT_CLI_TOKEN`, else `CHAT_CLI_CONTEXT`, else the
 * project file's context, else the current one. A saved token is only ever sent to the address it was saved with.
 */
export function resolveTarget(env: NodeJS.ProcessEnv, flagContext: string | undefined, project: ProjectFile): Target {
  const config = readConfig(configPath(env));
  if (!flagContext && env.CHAT_CLI_URL) return fromEnvironment(config, env.CHAT_CLI_URL, env.CHAT_CLI_TOKEN);
  const name = flagContext ?? (env.CHAT_CLI_CONTEXT || project.context || config.current);
  if (!name) {
    const token = env.CHAT_CLI_TOKEN || null;
    return { url: DEFAULT_URL, token, context: null, tokenFrom: token ? 'environment' : null };
  }
  const saved = findContext(config, name);
  if (!flagContext && env.CHAT_CLI_TOKEN)
    return { url: originOf(saved.url), token: env.CHAT_CLI_TOKEN, context: name, tokenFrom: 'environment' };
  return { url: originOf(saved.url), context: name, ...tokenOf(saved) };
}

/** @throws UNKNOWN_CONTEXT, naming those there are */
export function findContext(config: ConfigFile, name: string): SavedContext {
  const saved = Object.hasOwn(config.contexts, name) ? config.contexts[name] : undefined;
  if (saved) return saved;
  const names = Object.keys(config.contexts);
  throw new CliError('UNKNOWN_CONTEXT', `There is no context “${name}”.`, {
    status: 404,
    hint: names.length > 0 ? `There are: ${names.join(', ')}.` : 'Add one with `chat-cli context add <name> --url <url>`.',
  });
}

/** The origin of an address given by a person. @throws USAGE */
export function originOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    throw usageError(`“${url}” is not an address.`, 'Write it like https://panel.example.com.');
  return parsed.origin;
}

function fromEnvironment(config: ConfigFile, given: string, token: string | undefined): Target {
  const url = originOf(given);
  if (token) return { url, token, context: null, tokenFrom: 'environment' };
  const same = Object.entries(config.contexts).find(([, saved]) => URL.canParse(saved.url) && new URL(saved.url).origin === url);
  if (same) return { url, context: same[0], ...tokenOf(same[1]) };
  return { url, token: null, context: null, tokenFrom: null };
}

function tokenOf(saved: SavedContext): Pick<Target, 'token' | 'tokenFrom'> {
  if (saved.token) return { token: saved.token, tokenFrom: 'context' };
  if (!saved.tokenFile) return { token: null, tokenFrom: null };
  try {
    return { token: readFileSync(saved.tokenFile, 'utf8').trim() || null, tokenFrom: 'file' };
  } catch (error) {
    throw new CliError('SIGNED_OUT', `The token file ${saved.tokenFile} cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
      hint: 'Start the control plane once with `npm start`, or run `chat-cli login`.',
      cause: error,
    });
  }
}
