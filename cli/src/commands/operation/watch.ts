import type { Cli } from '../../app/cli.ts';
import type { WaitFlags } from '../../app/flags.ts';
import { operationData, SHAPES } from '../../operations/shapes.ts';
import { requireSuccess, timeoutOf, watchOperation } from '../../operations/watch.ts';
import { plain } from '../../output/style.ts';
import { findOperation } from './operation-ref.ts';

/** Follows an operation to its end; the exit code says how it ended. */
export async function watchToEnd(cli: Cli, [word]: (string | undefined)[], { timeout }: WaitFlags): Promise<void> {
  const print = cli.out.answer(SHAPES.operation);
  const timeoutMs = timeoutOf(cli, timeout);
  const operation = await watchOperation(cli, await findOperation(cli, word), timeoutMs);
  if (cli.out.isData || operation.status === 'succeeded')
    await print({ operation: operationData(operation) }, () => `${operation.kind} ${plain(operation.tenantName)}: ${operation.status}`);
  requireSuccess(operation);
}
