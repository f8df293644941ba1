import { randomUUID } from 'node:crypto';
import type { Cli } from '../../app/cli.ts';
import { CliError } from '../../app/cli-error.ts';
import type { ChangeFlags } from '../../app/flags.ts';
import { mayGoOn } from '../../operations/preview.ts';
import { SHAPES } from '../../operations/shapes.ts';
import { parseDuration } from '../../output/duration.ts';
import { findInstance } from '../instance/instance-ref.ts';
import { tenantAndRest, tenantRef } from '../tenant/tenant-ref.ts';

interface Options extends ChangeFlags {
  tenant?: string;
  instance?: string;
  purpose?: 'connect' | 'phone';
  expires: string;
}
type Words = (string | undefined)[];

/** Makes a secret address that shows the QR of a number; it is shown this once. */
export async function createConnectLink(cli: Cli, [word]: Words, options: Options): Promise<void> {
  const print = cli.out.answer(options.dryRun ? SHAPES.preview : SHAPES.connectLinkCreated);
  const tenantId = tenantRef(word, options.tenant);
  const expiresInHours = Math.max(1, Math.round(parseDuration(options.expires, 'h') / 3_600_000));
  const instance = options.instance || options.dryRun || options.planHash ? await findInstance(cli, tenantId, options.instance) : null;
  const steps = [`Make a ${options.purpose ?? 'connect'} link that expires in ${expiresInHours} hours`];
  const look = () => ({ kind: 'create_connect_link', tenant: `${tenantId}: ${instance?.name}`, steps, world: instance?.id });
  if (!(await mayGoOn(cli, options, look))) return;
  const context = { idempotencyKey: options.idempotencyKey ?? randomUUID() };
  const input = { tenantId, instanceId: options.instance ? instance?.id : undefined, purpose: options.purpose, expiresInHours };
  const { link, url } = await cli.api().instances.createConnectLink(input, { context });
  await print({ link, url }, () => url);
  cli.out.note(`Valid until ${link.expiresAt}. End it sooner: chat-cli connect-link revoke ${tenantId} ${link.id}`);
}

export async function listConnectLinks(cli: Cli, [word]: Words, { tenant }: { tenant?: string }): Promise<void> {
  const print = cli.out.answer(SHAPES.connectLinks);
  const { items } = await cli.api().instances.listConnectLinks({ tenantId: tenantRef(word, tenant) });
  await print({ links: items }, () =>
    cli.out.table(
      ['id', 'purpose', 'instance', 'expires', 'opened', 'ended'],
      items.map(({ id, purpose, instanceId, expiresAt, lastOpenedAt, revokedAt }) => [
        id,
        purpose,
        instanceId,
        expiresAt,
        lastOpenedAt ?? '-',
        revokedAt ?? '-',
      ]),
    ),
  );
  if (items.length === 0) cli.out.note('No links were given out.');
}

/** Ends a link at once; the address answers nothing more. */
export async function revokeConnectLink(cli: Cli, words: Words, options: Options): Promise<void> {
  const print = cli.out.answer(options.dryRun ? SHAPES.preview : SHAPES.connectLink);
  const { tenant: tenantId, rest } = tenantAndRest(words, options.tenant);
  const id = await findLink(cli, tenantId, rest);
  const look = () => ({ kind: 'revoke_connect_link', tenant: tenantId, steps: [`End the link ${id}`], world: id });
  if (!(await mayGoOn(cli, options, look))) return;
  const context = { idempotencyKey: options.idempotencyKey ?? randomUUID() };
  const link = await cli.api().instances.revokeConnectLink({ tenantId, id }, { context });
  await print({ link }, () => `${cli.out.colors.green('✓')} The link ${link.id} is ended.`);
}

async function findLink(cli: Cli, tenantId: string, word: string | undefined): Promise<string> {
  const ref = (word ?? '').trim().toLowerCase();
  const { items } = await cli.api().instances.listConnectLinks({ tenantId });
  const found = ref ? items.filter(({ id }) => id.startsWith(ref)) : [];
  if (found.length === 1 && found[0]) return found[0].id;
  const hint = `\`chat-cli connect-link list ${tenantId}\` shows them.`;
  if (found.length > 1) throw new CliError('AMBIGUOUS', `${found.length} links begin with “${word}”.`, { status: 409, hint });
  throw ref
    ? new CliError('NOT_FOUND', `There is no link “${word}”.`, { status: 404, hint })
    : new CliError('USAGE', 'Which link?', { status: 400, hint });
}
