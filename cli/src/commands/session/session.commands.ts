import type { Command } from 'commander';
import { withOutput } from '../options.ts';
import { does } from '../run-command.ts';

export function addSessionCommands(program: Command): void {
  does(
    withOutput(program.command('login').description('sign in by approval in the browser, or with a token from standard input'))
      .option('--url <url>', 'address of the control plane (the one of the context)')
      .option('--with-token', 'read a token from standard input'),
    async () => (await import('./login.ts')).login,
  );
  does(
    withOutput(program.command('logout').description('sign out and forget the token')),
    async () => (await import('./session.ts')).logout,
  );
  does(
    withOutput(program.command('whoami').description('show who is signed in, and where')),
    async () => (await import('./session.ts')).whoami,
  );
}
