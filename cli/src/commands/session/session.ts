import { createApi } from '../../api/client.ts';
import type { Cli } from '../../app/cli.ts';
import { CliError, isRefusal } from '../../app/cli-error.ts';
import { readConfig, writeConfig } from '../../config/config-file.ts';
import { configPath } from '../../config/paths.ts';
import type { Shape } from '../../output/shape.ts';
import { plain } from '../../output/style.ts';

export const SESSION_SHAPE = {
  members: { user: ['id', 'name', 'email', 'role'], context: ['name', 'url'] },
} as const satisfies Shape;

export async function whoami(cli: Cli): Promise<void> {
  const print = cli.out.answer(SESSION_SHAPE);
  const user = await cli.api().auth.me();
  const { context, url } = cli.target();
  await print(
    { user, context: { name: context, url } },
    () => `${plain(user.email)} (${user.role}) at ${url}${context ? `, context ${context}` : ''}`,
  );
}

/** Ends the session on the server and forgets its token. A token file belongs to the installation: it is only no longer used. */
export async function logout(cli: Cli): Promise<void> {
  const print = cli.out.answer({ members: { context: ['name', 'url'] } });
  const { context, url, token, tokenFrom } = cli.target();
  if (!context || tokenFrom === 'environment')
    throw new CliError('TOKEN_FROM_ENVIRONMENT', 'The token comes from CHAT_CLI_TOKEN, not from a saved context.', {
      status: 412,
      hint: 'Unset CHAT_CLI_TOKEN.',
    });
  if (token && tokenFrom === 'context') await endSession(url, token);
  const path = configPath(cli.env);
  const config = readConfig(path);
  writeConfig(path, { ...config, contexts: { ...config.contexts, [context]: { url } } });
  await print({ context: { name: context, url } }, () => `Signed out of ${url} (context ${context}).`);
}

async function endSession(url: string, token: string): Promise<void> {
  try {
    await createApi({ url, token }).auth.signOut();
  } catch (error) {
    if (!isRefusal(error, 'UNAUTHENTICATED')) throw error; // already ended: as wanted
  }
}
