import type { Command } from 'commander';
import { withOutput } from '../options.ts';
import { does } from '../run-command.ts';

const load = () => import('./context.ts');

export function addContextCommands(program: Command): void {
  const context = program.command('context').description('the control planes that this program knows');
  does(withOutput(context.command('list').description('list the saved contexts')), async () => (await load()).listContexts);
  does(
    withOutput(context.command('use').description('make a context the current one')).argument('<context>', 'its name'),
    async () => (await load()).useContext,
  );
  does(
    withOutput(context.command('add').description('save the address of a control plane'))
      .argument('<name>', 'how to call it')
      .requiredOption('--url <url>', 'its address, such as https://panel.example.com'),
    async () => (await load()).addContext,
  );
}
