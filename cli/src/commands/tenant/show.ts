import type { Cli } from '../../app/cli.ts';
import { SHAPES } from '../../operations/shapes.ts';
import { colorStatus } from '../../output/status-color.ts';
import { formatPairs } from '../../output/table.ts';
import { tenantRef } from './tenant-ref.ts';

export async function showTenant(cli: Cli, [word]: (string | undefined)[], { id }: { id?: string }): Promise<void> {
  const print = cli.out.answer(SHAPES.tenant);
  const tenant = await cli.api().tenants.get({ id: tenantRef(word, id) });
  const { instances, memoryBytes } = tenant;
  await print({ tenant }, () => {
    const pairs = formatPairs(
      [
        ['Name', tenant.name],
        ['Id', tenant.id],
        ['Slug', tenant.slug],
        ['Plan', tenant.plan],
        ['Reason', tenant.reason],
        ['App', tenant.appUrl],
        ['Administrator', tenant.adminEmail],
        ['Numbers', instances && `${instances.ready} of ${instances.total} connected`],
        ['Messages today', tenant.messagesToday?.toString()],
        ['Memory', memoryBytes === null ? null : `${Math.round(memoryBytes / 1_048_576)} MB`],
        ['Version', tenant.version],
        ['Seen', tenant.observedAt],
        ['Made', tenant.createdAt],
        ['Operation', tenant.currentOperationId],
      ],
      cli.out.colors,
    );
    return `${colorStatus(tenant.status, cli.out.colors)}\n${pairs}`;
  });
}
