import type { TenantFilter } from '../../api/types.ts';
import type { Cli } from '../../app/cli.ts';
import { SHAPES } from '../../operations/shapes.ts';
import { formatAge } from '../../output/duration.ts';
import { colorStatus } from '../../output/status-color.ts';

interface Options {
  filter?: TenantFilter;
  search?: string;
  limit?: number;
  cursor?: string;
}

export async function listTenants(cli: Cli, _words: (string | undefined)[], { filter, search, limit, cursor }: Options): Promise<void> {
  const { colors } = cli.out;
  const print = cli.out.answer(SHAPES.tenants);
  const { items, nextCursor } = await cli.api().tenants.list({ status: filter, q: search, limit, cursor });
  await print({ tenants: items, nextCursor }, () =>
    cli.out.table(
      ['slug', 'name', 'plan', 'status', 'numbers', 'age', 'id'],
      items.map(({ slug, name, plan, status, instances, createdAt, id }) => [
        slug,
        name,
        plan,
        status,
        instances ? `${instances.ready}/${instances.total}` : '-',
        formatAge(createdAt, Date.now()),
        id,
      ]),
      (cell, column) => (column === 'status' ? colorStatus(cell, colors) : cell),
    ),
  );
  if (items.length === 0) cli.out.note(filter || search ? 'No tenant matches.' : 'No tenants yet. Make one with `chat-cli tenant create`.');
  if (nextCursor) cli.out.note(`There are more: add --cursor ${nextCursor}`);
}
