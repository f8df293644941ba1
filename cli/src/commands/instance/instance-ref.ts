import type { Instance } from '../../api/types.ts';
import type { Cli } from '../../app/cli.ts';
import { CliError } from '../../app/cli-error.ts';

/** A number of a tenant by id, name or the beginning of its id; without a word the tenant's default one. @throws NOT_FOUND, AMBIGUOUS, NO_INSTANCE */
export async function findInstance(cli: Cli, tenantId: string, word: string | undefined): Promise<Instance> {
  const { items } = await cli.api().instances.list({ tenantId });
  const wanted = word?.trim().toLowerCase();
  if (!wanted) {
    const chosen = items.find(({ isDefault }) => isDefault) ?? items[0];
    if (chosen) return chosen;
    throw new CliError('NO_INSTANCE', 'This tenant has no number yet.', {
      status: 409,
      hint: `Add one with \`chat-cli instance create ${tenantId} --name <name>\`.`,
    });
  }
  const exact = items.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : items.filter(({ id }) => id.startsWith(wanted));
  if (found.length === 1 && found[0]) return found[0];
  const names = items.map(({ id, name }) => `${name} (${id})`).join(', ');
  throw found.length === 0
    ? new CliError('NOT_FOUND', `This tenant has no number “${word}”.`, {
        status: 404,
        hint: names ? `It has: ${names}.` : 'It has none yet.',
      })
    : new CliError('AMBIGUOUS', `“${word}” fits ${found.length} numbers.`, { status: 409, hint: `Name one by its id: ${names}.` });
}
