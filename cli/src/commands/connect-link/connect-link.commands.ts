import type { Command } from 'commander';
import { oneOf, withChange, withOutput } from '../options.ts';
import { does } from '../run-command.ts';

const load = () => import('./connect-link.ts');

export function addConnectLinkCommands(program: Command): void {
  const link = program.command('connect-link').description('secret addresses that show the QR of a number');
  does(
    ofTenant(withChange(link.command('create').description('make a link; its address is shown this once')))
      .option('--instance <instance>', 'which number (the default one)')
      .option('--purpose <purpose>', "connect, or phone for a simulated number's customer", oneOf('purpose', ['connect', 'phone']))
      .option('--expires <duration>', 'how long it is valid, 1h to 30d', '72h'),
    async () => (await load()).createConnectLink,
  );
  does(
    ofTenant(withOutput(link.command('list').description('list the links that were given out'))),
    async () => (await load()).listConnectLinks,
  );
  does(
    ofTenant(withChange(link.command('revoke').description('end a link at once'))).argument('[link]', 'id, or the beginning of it'),
    async () => (await load()).revokeConnectLink,
  );
}

const ofTenant = (command: Command) =>
  command.argument('[tenant]', 'id, slug, or the beginning of either').option('--tenant <tenant>', 'the same as the argument');
