import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '../api/types.ts';
import type { Cli } from '../app/cli.ts';
import { CliError } from '../app/cli-error.ts';
import { onInterruptSay } from '../app/interrupt.ts';
import { formatDuration, parseDuration } from '../output/duration.ts';
import { progressDisplay } from './progress-display.ts';

const POLL_MS = 400;
/** A control plane that restarts is waited for this long. */
const PATIENCE_MS = 60_000;
const DEFAULT_TIMEOUT = '15m';

/** The longest this command may wait: flag, then environment, then project file. @throws USAGE */
export const timeoutOf = (cli: Cli, flag: string | undefined): number =>
  parseDuration(flag ?? (cli.env.CHAT_CLI_TIMEOUT || cli.project.timeout || DEFAULT_TIMEOUT));

export const isOver = ({ status }: Operation) => status !== 'queued' && status !== 'running';

/**
 * Follows an operation until it has ended, however it ended; Ctrl-C leaves it running.
 * @throws STILL_RUNNING when the time is up
 */
export async function watchOperation(cli: Cli, first: Operation, timeoutMs: number): Promise<Operation> {
  const again = `chat-cli operation watch ${first.id}`;
  const forget = onInterruptSay(`Detached: the operation goes on. Look again with \`${again}\`.`);
  const deadline = Date.now() + timeoutMs;
  const display = progressDisplay(cli.out);
  try {
    let operation = first;
    display.show(operation);
    while (!isOver(operation)) {
      if (Date.now() >= deadline)
        throw new CliError('STILL_RUNNING', `The operation is still running after ${formatDuration(timeoutMs)}.`, {
          hint: `Look again with \`${again}\`.`,
          params: { operationId: first.id, tenantId: first.tenantId },
        });
      await sleep(Math.max(1, Math.min(POLL_MS, deadline - Date.now())));
      operation = await fetchPatiently(cli, first.id, deadline);
      display.show(operation);
    }
    return operation;
  } finally {
    display.end();
    forget();
  }
}

async function fetchPatiently(cli: Cli, id: string, deadline: number): Promise<Operation> {
  const until = Math.min(deadline, Date.now() + PATIENCE_MS);
  for (;;) {
    try {
      return await cli.quietApi().operations.get({ id });
    } catch (error) {
      const isPassing = error instanceof CliError && error.code === 'UNREACHABLE';
      if (!isPassing || Date.now() >= until) throw error;
      await sleep(POLL_MS);
    }
  }
}

/** @throws OPERATION_FAILED, OPERATION_ROLLED_BACK or OPERATION_CANCELLED unless it succeeded */
export function requireSuccess(operation: Operation): void {
  if (operation.status === 'succeeded') return;
  const failed = operation.steps.find(({ status, error }) => status === 'failed' || error);
  const reason = (operation.error ?? failed?.error ?? 'no reason was given').replace(/\.$/, '');
  const ends: Partial<Record<Operation['status'], [code: string, what: string]>> = {
    rolled_back: ['OPERATION_ROLLED_BACK', `It could not be finished and was undone: ${reason}.`],
    cancelled: ['OPERATION_CANCELLED', 'The operation was cancelled.'],
  };
  const [code, what] = ends[operation.status] ?? ['OPERATION_FAILED', `The operation failed: ${reason}.`];
  throw new CliError(code, what, {
    hint: `See the steps with \`chat-cli operation show ${operation.id}\`; try again with \`chat-cli operation retry ${operation.id}\`.`,
    params: { operationId: operation.id, tenantId: operation.tenantId, status: operation.status },
  });
}
