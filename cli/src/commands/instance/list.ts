import type { Cli } from '../../app/cli.ts';
import { SHAPES } from '../../operations/shapes.ts';
import { colorStatus } from '../../output/status-color.ts';
import { tenantRef } from '../tenant/tenant-ref.ts';

export async function listInstances(cli: Cli, [word]: (string | undefined)[], { tenant }: { tenant?: string }): Promise<void> {
  const print = cli.out.answer(SHAPES.instances);
  const { items } = await cli.api().instances.list({ tenantId: tenantRef(word, tenant) });
  await print({ instances: items }, () =>
    cli.out.table(
      ['id', 'name', 'engine', 'state', 'phone', 'reason'],
      items.map(({ id, name, engine, state, phone, reason, isDefault }) => [
        id,
        isDefault ? `${name} (default)` : name,
        engine,
        state,
        phone ?? '-',
        reason ?? '-',
      ]),
      (cell, column) => (column === 'state' ? colorStatus(cell, cli.out.colors) : cell),
    ),
  );
  if (items.length === 0) cli.out.note('No numbers yet. Add one with `chat-cli instance create`.');
}
