import type { Command } from 'commander';
import { ENGINES, TENANT_FILTERS } from '../../api/values.ts';
import { oneOf, planOrHash, wholeNumber, withChange, withOutput, withPage, withWait } from '../options.ts';
import { does } from '../run-command.ts';

const TENANT = 'id, slug, or the beginning of either';

export function addTenantCommands(program: Command): void {
  const tenant = program.command('tenant').description('make and run tenants');
  does(
    withPage(withOutput(tenant.command('list').description('list tenants, latest first')))
      .option('--filter <filter>', `only ${TENANT_FILTERS.join(', ')}`, oneOf('filter', TENANT_FILTERS))
      .option('--search <text>', 'only those whose name or slug has this text'),
    async () => (await import('./list.ts')).listTenants,
  );
  does(named(withOutput(tenant.command('show').description('show one tenant'))), async () => (await import('./show.ts')).showTenant);
  does(
    withWait(withChange(tenant.command('create').description('make a tenant with a stack of its own'), '--plan-hash <hash>'))
      .option('--name <name>', 'name of the company')
      .option('--plan <plan>', 'starter, professional, business, enterprise or whitelabel (starter)', planOrHash)
      .option('--slug <slug>', 'first part of its host name (made from the name)')
      .option('--engine <engine>', `of its first number: ${ENGINES.join(' or ')}`, oneOf('engine', ENGINES))
      .option('--admin-name <name>', 'the first administrator')
      .option('--admin-email <email>', "the first administrator's e-mail")
      .option('--admin-phone <phone>', "the first administrator's phone, with country and area code"),
    async () => (await import('./create.ts')).createTenant,
  );
  does(
    named(withOutput(tenant.command('open').description("print the app's address and open it in the browser"))),
    async () => (await import('./open.ts')).openTenant,
  );
  does(
    named(withOutput(tenant.command('logs').description("print the latest lines of a stack's logs")))
      .option('-f, --follow', 'go on until Ctrl-C')
      .option('--part <part>', 'app or redis', oneOf('part', ['app', 'redis']), 'app')
      .option('--tail <n>', 'how many lines, 1 to 1000', wholeNumber, 200),
    async () => (await import('./logs.ts')).showLogs,
  );
  addChanges(tenant);
}

function addChanges(tenant: Command): void {
  const changing = (name: string, description: string) => named(withWait(withChange(tenant.command(name).description(description))));
  does(
    changing('suspend', 'stop every surface; data is kept').option('--reason <text>', 'shown to the owner').option('--yes', 'do not ask'),
    async () => (await import('./change.ts')).suspendTenant,
  );
  does(changing('resume', 'start a suspended tenant again'), async () => (await import('./change.ts')).resumeTenant);
  does(changing('restart', 'restart the stack'), async () => (await import('./change.ts')).restartTenant);
  does(
    changing('delete', 'delete a tenant and its data for good').option(
      '--confirm <name>',
      "the tenant's name, instead of being asked for it",
    ),
    async () => (await import('./change.ts')).deleteTenant,
  );
}

const named = (command: Command) => command.argument('[tenant]', TENANT).option('--id <tenant>', 'the same as the argument');
