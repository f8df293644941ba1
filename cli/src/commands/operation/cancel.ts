import { randomUUID } from 'node:crypto';
import { confirmDanger } from '../../app/ask.ts';
import type { Cli } from '../../app/cli.ts';
import type { ChangeFlags } from '../../app/flags.ts';
import { mayGoOn } from '../../operations/preview.ts';
import { operationData, SHAPES } from '../../operations/shapes.ts';
import { plain } from '../../output/style.ts';
import { findOperation } from './operation-ref.ts';

interface Options extends ChangeFlags {
  yes?: boolean;
}

/** Asks an operation to stop before its next step and to undo what it made. */
export async function cancelOperation(cli: Cli, [word]: (string | undefined)[], options: Options): Promise<void> {
  const print = cli.out.answer(options.dryRun ? SHAPES.preview : SHAPES.operation);
  const { id, kind, tenantName, status } = await findOperation(cli, word);
  const steps = ['Stop before the next step', 'Undo the steps that were done'];
  if (!(await mayGoOn(cli, options, () => ({ kind: 'cancel_operation', tenant: tenantName, steps, world: { id, status } })))) return;
  await confirmDanger(cli, `Cancel ${kind} ${plain(tenantName)}? What it made is undone.`, options.yes);
  const context = { idempotencyKey: options.idempotencyKey ?? randomUUID() };
  const operation = await cli.api().operations.cancel({ id }, { context });
  await print({ operation: operationData(operation) }, () => `Asked ${id} to stop. See how it ends: chat-cli operation watch ${id}`);
}
