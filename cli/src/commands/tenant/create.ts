import type { EngineName, PlanId } from '../../api/types.ts';
import { need } from '../../app/ask.ts';
import type { Cli } from '../../app/cli.ts';
import type { ChangeFlags, WaitFlags } from '../../app/flags.ts';
import { runOperation } from '../../operations/follow.ts';
import { printPreview } from '../../operations/preview.ts';
import { SHAPES } from '../../operations/shapes.ts';
import { plain } from '../../output/style.ts';
import { formatPairs } from '../../output/table.ts';

interface Options extends ChangeFlags, WaitFlags {
  name?: string;
  plan?: { plan?: PlanId; hash?: string };
  slug?: string;
  engine?: EngineName;
  adminName?: string;
  adminEmail?: string;
  adminPhone?: string;
}

/** Provisions a tenant and prints how to reach it. */
export async function createTenant(cli: Cli, _words: (string | undefined)[], options: Options): Promise<void> {
  const print = cli.out.answer(options.dryRun ? SHAPES.preview : options.wait === false ? SHAPES.tenantChanged : SHAPES.tenantCreated);
  const name = await need(cli, '--name', options.name, "The tenant's name:");
  const { slug, engine, adminName, adminEmail, adminPhone } = options;
  const input = { name, plan: options.plan?.plan, slug, engine, adminName, adminEmail, adminPhone };
  const api = cli.api();
  if (options.dryRun) return printPreview(cli, await api.tenants.preview({ kind: 'provision', input }), '--plan-hash');
  const expectedPlan = options.planHash ?? options.plan?.hash;
  const accepted = await runOperation(cli, options, (context) => api.tenants.create({ ...input, expectedPlan }, { context }));
  const { operation } = accepted;
  if (options.wait === false)
    return print({ tenant: accepted.tenant, operation }, () => `${plain(name)} is being made: operation ${operation.id}.`);
  const id = accepted.tenant.id;
  const tenant = await api.tenants.get({ id });
  const { urls, owner } = await api.tenants.access({ id });
  await print({ tenant, operation, urls: { ...urls, phone: urls.phone ?? undefined }, owner }, () =>
    [
      `${cli.out.colors.green('✓')} ${plain(tenant.name)} is ${tenant.status}.`,
      formatPairs(
        [
          ['App', urls.app],
          ['Connect link', urls.connect],
          ["Customer's phone", urls.phone],
          ['Sign in', owner?.email ?? tenant.adminEmail],
          ['One-time password', owner?.password],
        ],
        cli.out.colors,
      ),
    ].join('\n'),
  );
}
