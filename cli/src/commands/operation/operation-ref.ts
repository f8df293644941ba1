import type { Operation } from '../../api/types.ts';
import type { Cli } from '../../app/cli.ts';
import { CliError, usageError } from '../../app/cli-error.ts';

const ID_LENGTH = 20;
const LOOK_BACK = 100;

/** An operation by its id or by a beginning that fits one of the latest hundred only. @throws USAGE, NOT_FOUND, AMBIGUOUS */
export async function findOperation(cli: Cli, word: string | undefined): Promise<Operation> {
  const ref = (word ?? '').trim().toLowerCase();
  if (!/^[0-9a-z]{1,64}$/.test(ref))
    throw usageError(word ? `“${word}” is not an operation's id.` : 'Which operation?', '`chat-cli operation list` shows them.');
  if (ref.length >= ID_LENGTH) return cli.api().operations.get({ id: ref });
  const { items } = await cli.api().operations.list({ limit: LOOK_BACK });
  const [found, ...others] = items.filter(({ id }) => id.startsWith(ref));
  if (!found)
    throw new CliError('NOT_FOUND', `None of the latest operations begins with “${ref}”.`, {
      status: 404,
      hint: '`chat-cli operation list` shows them; an older one needs its whole id.',
    });
  if (others.length > 0)
    throw new CliError('AMBIGUOUS', `${others.length + 1} operations begin with “${ref}”.`, { status: 409, hint: 'Write more of the id.' });
  return found;
}
