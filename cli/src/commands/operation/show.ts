import type { Operation } from '../../api/types.ts';
import type { Cli } from '../../app/cli.ts';
import { renderProgress } from '../../operations/progress.ts';
import { operationData, SHAPES } from '../../operations/shapes.ts';
import { colorStatus } from '../../output/status-color.ts';
import { formatPairs } from '../../output/table.ts';
import { findOperation } from './operation-ref.ts';

export async function showOperation(cli: Cli, [word]: (string | undefined)[]): Promise<void> {
  const print = cli.out.answer(SHAPES.operation);
  const operation = await findOperation(cli, word);
  await print({ operation: operationData(operation) }, () => operationText(cli, operation));
}

export function operationText(cli: Cli, operation: Operation): string {
  const { colors } = cli.out;
  const pairs = formatPairs(
    [
      ['Operation', `${operation.kind} ${operation.tenantName}`],
      ['Id', operation.id],
      ['Asked by', operation.requestedBy],
      ['Asked at', operation.createdAt],
      ['Ended at', operation.finishedAt],
      ['Error', operation.error],
    ],
    colors,
  );
  const columns = process.stdout.columns || Number.MAX_SAFE_INTEGER;
  return [colorStatus(operation.status, colors), pairs, ...renderProgress(operation, { now: Date.now(), columns, frame: 0, colors })].join(
    '\n',
  );
}
