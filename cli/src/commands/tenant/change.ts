import { confirmDanger, confirmName } from '../../app/ask.ts';
import type { Cli } from '../../app/cli.ts';
import { isRefusal } from '../../app/cli-error.ts';
import type { ChangeFlags, WaitFlags } from '../../app/flags.ts';
import { type Accepted, runOperation } from '../../operations/follow.ts';
import { printPreview } from '../../operations/preview.ts';
import { SHAPES } from '../../operations/shapes.ts';
import { plain } from '../../output/style.ts';
import { tenantRef } from './tenant-ref.ts';

interface Options extends ChangeFlags, WaitFlags {
  id?: string;
  yes?: boolean;
  reason?: string;
  confirm?: string;
}
type Kind = 'suspend' | 'resume' | 'restart' | 'delete';
type Words = (string | undefined)[];
type Guarded = { id: string; expectedPlan: string | undefined };
type Ask = (guarded: Guarded, options: { context: { idempotencyKey: string } }) => Promise<Accepted>;

/** Stops every surface of a tenant; its data is kept. */
export const suspendTenant = (cli: Cli, words: Words, options: Options) =>
  change(cli, 'suspend', words, options, async ({ id }) => {
    const { name } = await cli.api().tenants.get({ id });
    await confirmDanger(cli, `Suspend ${plain(name)}? Nobody can use it until it is resumed.`, options.yes);
    return (guarded, context) => cli.api().tenants.suspend({ ...guarded, reason: options.reason }, context);
  });

export const resumeTenant = (cli: Cli, words: Words, options: Options) =>
  change(cli, 'resume', words, options, async () => (guarded, context) => cli.api().tenants.resume(guarded, context));

export const restartTenant = (cli: Cli, words: Words, options: Options) =>
  change(cli, 'restart', words, options, async () => (guarded, context) => cli.api().tenants.restart(guarded, context));

/** Deletes a tenant and its data for good. */
export const deleteTenant = (cli: Cli, words: Words, options: Options) =>
  change(cli, 'delete', words, options, async ({ id }) => {
    const { name } = await cli.api().tenants.get({ id });
    const confirm = await confirmName(cli, `Deleting ${plain(name)}`, name, options.confirm);
    return (guarded, context) => cli.api().tenants.remove({ ...guarded, confirm }, context);
  });

async function change(
  cli: Cli,
  kind: Kind,
  [word]: Words,
  options: Options,
  prepare: (ref: { id: string }) => Promise<Ask>,
): Promise<void> {
  const print = cli.out.answer(options.dryRun ? SHAPES.preview : SHAPES.tenantChanged);
  const id = tenantRef(word, options.id);
  if (options.dryRun) return printPreview(cli, await cli.api().tenants.preview({ kind, id }));
  const ask = await prepare({ id });
  const done = await runOperation(cli, options, (context) => ask({ id, expectedPlan: options.planHash }, { context }));
  const tenant = options.wait === false ? done.tenant : await latest(cli, done);
  await print({ tenant, operation: done.operation }, () => {
    if (options.wait === false) return `Asked to ${kind} ${plain(tenant.name)}: operation ${done.operation.id}.`;
    return `${cli.out.colors.green('✓')} ${plain(tenant.name)} is ${kind === 'delete' ? 'deleted' : tenant.status}.`;
  });
}

/** The tenant as it is now; as it was when the operation has removed it. */
async function latest(cli: Cli, { tenant }: Accepted) {
  try {
    return await cli.api().tenants.get({ id: tenant.id });
  } catch (error) {
    if (isRefusal(error, 'NOT_FOUND')) return tenant;
    throw error;
  }
}
