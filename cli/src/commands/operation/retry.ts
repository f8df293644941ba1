import { randomUUID } from 'node:crypto';
import type { Cli } from '../../app/cli.ts';
import type { ChangeFlags, WaitFlags } from '../../app/flags.ts';
import { mayGoOn } from '../../operations/preview.ts';
import { operationData, SHAPES } from '../../operations/shapes.ts';
import { requireSuccess, timeoutOf, watchOperation } from '../../operations/watch.ts';
import { plain } from '../../output/style.ts';
import { findOperation } from './operation-ref.ts';

/** Asks for a failed operation's work again and follows it. */
export async function retryOperation(cli: Cli, [word]: (string | undefined)[], options: ChangeFlags & WaitFlags): Promise<void> {
  const print = cli.out.answer(options.dryRun ? SHAPES.preview : SHAPES.operation);
  const timeoutMs = timeoutOf(cli, options.timeout);
  const failed = await findOperation(cli, word);
  const steps = failed.steps.map(({ name }) => name);
  const look = () => ({ kind: `retry_${failed.kind}`, tenant: failed.tenantName, steps, world: { id: failed.id, status: failed.status } });
  if (!(await mayGoOn(cli, options, look))) return;
  const context = { idempotencyKey: options.idempotencyKey ?? randomUUID() };
  let operation = await cli.api().operations.retry({ id: failed.id }, { context });
  cli.out.note(`Operation ${cli.out.errColors.bold(operation.id)}: ${operation.kind} ${plain(operation.tenantName)}`);
  if (options.wait !== false) {
    operation = await watchOperation(cli, operation, timeoutMs);
    requireSuccess(operation);
  }
  await print({ operation: operationData(operation) }, () => `${operation.kind} ${plain(operation.tenantName)}: ${operation.status}`);
}
