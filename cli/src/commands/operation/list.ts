import type { OperationFilter } from '../../api/types.ts';
import type { Cli } from '../../app/cli.ts';
import { operationData, SHAPES } from '../../operations/shapes.ts';
import { formatAge } from '../../output/duration.ts';
import { colorStatus } from '../../output/status-color.ts';

interface Options {
  tenant?: string;
  status?: OperationFilter;
  limit?: number;
  cursor?: string;
}

export async function listOperations(cli: Cli, _words: (string | undefined)[], options: Options): Promise<void> {
  const print = cli.out.answer(SHAPES.operations);
  const { tenant, status, limit, cursor } = options;
  const tenantId = tenant ? (await cli.api().tenants.get({ id: tenant })).id : undefined;
  const { items, nextCursor } = await cli.api().operations.list({ tenantId, status, limit, cursor });
  await print({ operations: items.map(operationData), nextCursor }, () =>
    cli.out.table(
      ['id', 'kind', 'tenant', 'status', 'steps', 'age'],
      items.map((operation) => [
        operation.id,
        operation.kind,
        operation.tenantName,
        operation.status,
        `${operation.steps.filter((step) => step.status === 'succeeded').length}/${operation.steps.length}`,
        formatAge(operation.createdAt, Date.now()),
      ]),
      (cell, column) => (column === 'status' ? colorStatus(cell, cli.out.colors) : cell),
    ),
  );
  if (items.length === 0) cli.out.note('No operation matches.');
  if (nextCursor) cli.out.note(`There are more: add --cursor ${nextCursor}`);
}
