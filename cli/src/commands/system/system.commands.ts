import type { Command } from 'commander';
import { withOutput } from '../options.ts';
import { does } from '../run-command.ts';

export function addSystemCommands(program: Command): void {
  does(
    withOutput(program.command('doctor').description('check everything that the other commands need')),
    async () => (await import('./doctor.ts')).doctor,
  );
  does(
    program.command('completion').description('print the completion script of a shell').argument('<shell>', 'bash, zsh or fish'),
    async () => (await import('./completion.ts')).printCompletion,
  );
  does(withOutput(program.command('version').description('print the version')), async () => (await import('./version.ts')).showVersion);
  const complete = program.command('__complete', { hidden: true }).argument('[words...]').allowUnknownOption().helpOption(false);
  does(complete, async () => {
    const run = (await import('./complete.ts')).complete;
    return (cli, words) => run(cli, program, (words[0] ?? []) as unknown as string[]);
  });
}
