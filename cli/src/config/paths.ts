import { homedir } from 'node:os';
import { join } from 'node:path';

type Env = NodeJS.ProcessEnv;

/** Folder of the user's contexts. @see https://specifications.freedesktop.org/basedir-spec */
export const configFolder = (env: Env) =>
  join(env.XDG_CONFIG_HOME || (process.platform === 'win32' && env.APPDATA) || join(homedir(), '.config'), 'chat-cli');

export const configPath = (env: Env) => join(configFolder(env), 'config.json');

/** Folder of what may be thrown away at any time. */
export const cacheFolder = (env: Env) => join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chat-cli');
