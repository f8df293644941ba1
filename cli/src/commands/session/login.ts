import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApi } from '../../api/client.ts';
import { askSecret } from '../../app/ask.ts';
import type { Cli } from '../../app/cli.ts';
import { CliError, usageError } from '../../app/cli-error.ts';
import { onInterruptSay } from '../../app/interrupt.ts';
import { openInBrowser } from '../../app/open-in-browser.ts';
import { readConfig, writeConfig } from '../../config/config-file.ts';
import { configPath } from '../../config/paths.ts';
import { originOf, resolveTarget } from '../../config/target.ts';
import { plain } from '../../output/style.ts';
import { contextName } from '../context/context.ts';
import { SESSION_SHAPE } from './session.ts';

interface Options {
  url?: string;
  withToken?: boolean;
}

/** Signs in by approval in the browser (or with a token from standard input) and saves the context. */
export async function login(cli: Cli, _words: (string | undefined)[], options: Options): Promise<void> {
  const print = cli.out.answer(SESSION_SHAPE);
  const { name, url } = whereTo(cli, options.url);
  const token = options.withToken ? await readToken(cli) : await approve(cli, url);
  const user = await createApi({ url, token }).auth.me();
  const path = configPath(cli.env);
  const config = readConfig(path);
  writeConfig(path, { ...config, current: name, contexts: { ...config.contexts, [name]: { url, token } } });
  await print(
    { user, context: { name, url } },
    () => `${cli.out.colors.green('✓')} Signed in at ${url} as ${plain(user.email)} (context ${name}).`,
  );
}

/** The context to sign in to; with `--url` a new one, named after the host unless `--context` names it. */
function whereTo(cli: Cli, givenUrl: string | undefined): { name: string; url: string } {
  const { context } = cli.flags;
  if (givenUrl || cli.env.CHAT_CLI_URL) {
    const url = originOf(givenUrl ?? cli.env.CHAT_CLI_URL ?? '');
    const { hostname: host, port } = new URL(url);
    return { name: contextName(context ?? (host === 'localhost' ? 'local' : [host, port].filter(Boolean).join('-'))), url };
  }
  const target = resolveTarget({ ...cli.env, CHAT_CLI_TOKEN: 'unused' }, context, cli.project);
  return { name: target.context ?? 'local', url: target.url };
}

async function readToken(cli: Cli): Promise<string> {
  if (process.stdin.isTTY && !cli.canAsk())
    throw usageError('No token on standard input.', 'Pipe it in: chat-cli login --with-token < token.txt');
  const text = process.stdin.isTTY ? await askSecret('Token:') : await readAll(process.stdin);
  const token = text.trim();
  if (!/^[\x21-\x7e]{16,512}$/.test(token))
    throw usageError('Standard input holds no token.', 'Pipe it in: chat-cli login --with-token < token.txt');
  return token;
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

/** @see RFC 8628 */
async function approve(cli: Cli, url: string): Promise<string> {
  const api = createApi({ url, token: null });
  const device = await api.auth.startDevice({ name: `chat-cli on ${hostname()}`.slice(0, 80) });
  const { verificationUrl, userCode } = device;
  cli.out.note(`Open ${cli.out.errColors.bold(plain(verificationUrl))} and approve the code ${cli.out.errColors.bold(plain(userCode))}`);
  cli.out.event('approval', { verificationUrl, userCode, expiresAt: device.expiresAt });
  if (cli.canAsk()) openInBrowser(verificationUrl, cli.env);
  onInterruptSay('Not signed in.');
  const done = cli.out.busy('Waiting for your approval in the browser …');
  try {
    for (;;) {
      await sleep(Math.max(1, device.intervalSeconds) * 1000);
      const { status, token } = await api.auth.pollDevice({ deviceCode: device.deviceCode });
      if (status === 'approved' && token) return token;
      if (status === 'denied') throw new CliError('SIGN_IN_DENIED', 'The sign-in was denied in the browser.', { status: 403 });
      if (status === 'expired' || Date.now() > Date.parse(device.expiresAt))
        throw new CliError('SIGN_IN_EXPIRED', 'Nobody approved in time.', { status: 401, hint: 'Run `chat-cli login` again.' });
    }
  } finally {
    done();
  }
}
