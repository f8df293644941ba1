import type { Cli } from '../../app/cli.ts';
import { CliError, usageError } from '../../app/cli-error.ts';
import { readConfig, writeConfig } from '../../config/config-file.ts';
import { configPath } from '../../config/paths.ts';
import { findContext, originOf } from '../../config/target.ts';
import type { Shape } from '../../output/shape.ts';

const FIELDS = ['name', 'url', 'current', 'signedIn'] as const;
const ONE = { members: { context: FIELDS } } as const satisfies Shape;
type Words = (string | undefined)[];

export async function listContexts(cli: Cli): Promise<void> {
  const print = cli.out.answer({ members: { contexts: FIELDS } });
  const { current, contexts } = readConfig(configPath(cli.env));
  const rows = Object.entries(contexts).map(([name, { url, token, tokenFile }]) => ({
    name,
    url,
    current: name === current,
    signedIn: Boolean(token || tokenFile),
  }));
  await print({ contexts: rows }, () =>
    cli.out.table(
      ['', 'name', 'url', 'signed in'],
      rows.map((row) => [row.current ? '*' : ' ', row.name, row.url, row.signedIn ? 'yes' : 'no']),
    ),
  );
  if (rows.length === 0) cli.out.note('No contexts yet. `npm start` saves one, or use `chat-cli context add`.');
}

export async function useContext(cli: Cli, [word]: Words): Promise<void> {
  const print = cli.out.answer(ONE);
  const path = configPath(cli.env);
  const config = readConfig(path);
  const name = word ?? '';
  const saved = findContext(config, name);
  writeConfig(path, { ...config, current: name });
  const signedIn = Boolean(saved.token || saved.tokenFile);
  await print({ context: { name, url: saved.url, current: true, signedIn } }, () => `Commands now go to ${name} (${saved.url}).`);
}

/** Saves an address under a name; becomes the current context where there is none. */
export async function addContext(cli: Cli, [word]: Words, { url: given }: { url: string }): Promise<void> {
  const print = cli.out.answer(ONE);
  const name = contextName(word ?? '');
  const url = originOf(given);
  const path = configPath(cli.env);
  const config = readConfig(path);
  if (Object.hasOwn(config.contexts, name))
    throw new CliError('CONTEXT_EXISTS', `There is already a context “${name}”.`, { status: 409, hint: 'Choose another name.' });
  const current = config.current ?? name;
  writeConfig(path, { ...config, current, contexts: { ...config.contexts, [name]: { url } } });
  await print({ context: { name, url, current: current === name, signedIn: false } }, () => `Saved ${name} (${url}).`);
  cli.out.note(`Sign in: chat-cli login --context ${name}`);
}

/** @throws USAGE unless it is a plain word */
export function contextName(name: string): string {
  if (/^[a-z0-9][\w.-]{0,63}$/i.test(name) && name !== '__proto__') return name;
  throw usageError(`“${name}” is not a name for a context.`, 'Use letters, digits, dots, hyphens and underscores.');
}
