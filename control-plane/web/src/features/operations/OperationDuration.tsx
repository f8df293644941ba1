import type { Operation } from '@chat-saas/control-plane/contract';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { durationOf, isActive } from './operation-look.ts';
import { useClock } from './use-clock.ts';

/** How long it took; whole seconds while it runs. */
export function OperationDuration({ operation }: { operation: Operation }) {
  const format = useFormat();
  const now = useClock(isActive(operation));
  const ms = durationOf(operation, now);
  if (ms === null) return <span>–</span>;
  return <span className="tabular">{format.duration(isActive(operation) ? Math.max(1000, Math.floor(ms / 1000) * 1000) : ms)}</span>;
}
