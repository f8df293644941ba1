import type { Command } from 'commander';
import { ENGINES } from '../../api/values.ts';
import { oneOf, withChange, withOutput, withWait } from '../options.ts';
import { does } from '../run-command.ts';

export function addInstanceCommands(program: Command): void {
  const instance = program.command('instance').description('the WhatsApp numbers of a tenant');
  does(
    ofTenant(withOutput(instance.command('list').description("list a tenant's numbers"))),
    async () => (await import('./list.ts')).listInstances,
  );
  does(
    ofTenant(withChange(instance.command('create').description('add a number')))
      .option('--name <name>', 'what it is called')
      .option('--engine <engine>', `${ENGINES.join(' or ')}`, oneOf('engine', ENGINES)),
    async () => (await import('./create.ts')).createInstance,
  );
  does(
    one(
      withWait(withChange(instance.command('link').description('show a QR or a pairing code, and wait until the number is linked'))),
    ).option('--phone <number>', 'ask for a pairing code for this phone instead of a QR'),
    async () => (await import('./link.ts')).linkInstance,
  );
  does(
    one(withChange(instance.command('restart').description('restart the session; the link is kept'))),
    async () => (await import('./change.ts')).restartInstance,
  );
  does(
    one(withChange(instance.command('logout').description('unlink the number'))).option('--yes', 'do not ask'),
    async () => (await import('./change.ts')).logoutInstance,
  );
}

const ofTenant = (command: Command) =>
  command.argument('[tenant]', 'id, slug, or the beginning of either').option('--tenant <tenant>', 'the same as the argument');
const one = (command: Command) => ofTenant(command).argument('[instance]', 'id, its beginning, or name (the default number)');
