import { randomUUID } from 'node:crypto';
import type { Operation, Tenant } from '../api/types.ts';
import type { Cli } from '../app/cli.ts';
import type { ChangeFlags, WaitFlags } from '../app/flags.ts';
import { onInterruptSay } from '../app/interrupt.ts';
import { plain } from '../output/style.ts';
import { requireSuccess, timeoutOf, watchOperation } from './watch.ts';

export interface Accepted {
  tenant: Tenant;
  operation: Operation;
}

/**
 * Asks for a change under an idempotency key, names the operation at once, and (unless `--no-wait`) follows it to its end.
 * @throws what the operation ended in, unless it succeeded
 */
export async function runOperation(
  cli: Cli,
  flags: ChangeFlags & WaitFlags,
  ask: (context: { idempotencyKey: string }) => Promise<Accepted>,
): Promise<Accepted> {
  const timeoutMs = timeoutOf(cli, flags.timeout);
  const idempotencyKey = flags.idempotencyKey ?? randomUUID();
  const forget = onInterruptSay(
    `Interrupted while asking: it may have begun. See \`chat-cli operation list\`, or repeat with --idempotency-key ${idempotencyKey}.`,
  );
  const accepted = await ask({ idempotencyKey }).finally(forget);
  announce(cli, accepted.operation);
  if (flags.wait === false) return accepted;
  const operation = await watchOperation(cli, accepted.operation, timeoutMs);
  requireSuccess(operation);
  return { tenant: accepted.tenant, operation };
}

function announce(cli: Cli, { id, kind, tenantName }: Operation): void {
  cli.out.note(`Operation ${cli.out.errColors.bold(id)}: ${kind} ${plain(tenantName)}`);
}
