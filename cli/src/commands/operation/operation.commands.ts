import type { Command } from 'commander';
import { OPERATION_STATUSES } from '../../api/values.ts';
import { oneOf, withChange, withOutput, withPage, withWait } from '../options.ts';
import { does } from '../run-command.ts';

export function addOperationCommands(program: Command): void {
  const operation = program.command('operation').description('what is being done to stacks');
  does(
    withPage(withOutput(operation.command('list').description('list operations, latest first')))
      .option('--tenant <tenant>', 'only of this tenant')
      .option('--status <status>', `only ${OPERATION_STATUSES.join(', ')}`, oneOf('status', OPERATION_STATUSES)),
    async () => (await import('./list.ts')).listOperations,
  );
  does(
    one(withOutput(operation.command('show').description('show one operation with its steps'))),
    async () => (await import('./show.ts')).showOperation,
  );
  does(
    one(withOutput(operation.command('watch').description('follow an operation to its end'))).option(
      '--timeout <duration>',
      'the longest to wait, as in 90s or 10m (15m)',
    ),
    async () => (await import('./watch.ts')).watchToEnd,
  );
  does(
    one(withChange(operation.command('cancel').description('stop before the next step and undo'))).option('--yes', 'do not ask'),
    async () => (await import('./cancel.ts')).cancelOperation,
  );
  does(
    one(withWait(withChange(operation.command('retry').description('ask for the same again')))),
    async () => (await import('./retry.ts')).retryOperation,
  );
}

const one = (command: Command) => command.argument('<operation>', 'id, or the beginning of it');
