import type { Cli } from '../../app/cli.ts';
import { openInBrowser } from '../../app/open-in-browser.ts';
import { tenantRef } from './tenant-ref.ts';

/** Prints the address of a tenant's app and, on a desktop, opens it. */
export async function openTenant(cli: Cli, [word]: (string | undefined)[], { id }: { id?: string }): Promise<void> {
  const print = cli.out.answer({ members: { url: [] } });
  const { appUrl } = await cli.api().tenants.get({ id: tenantRef(word, id) });
  await print({ url: appUrl }, () => appUrl);
  if (!cli.out.isData && cli.canAsk()) openInBrowser(appUrl, cli.env);
}
