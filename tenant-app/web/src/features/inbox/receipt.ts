import type { Message } from '@chat-saas/tenant-app/contract';
import type { Receipt } from '@chat-saas/ui/components/Ticks.tsx';

/** A message's receipt as ticks show it; null for what the contact wrote. */
export function toTicks(receipt: Message['receipt'] | string): Receipt | null {
  switch (receipt) {
    case 'queued':
    case 'sending':
    case 'pending':
      return 'pending';
    case 'sent':
    case 'delivered':
    case 'read':
    case 'failed':
    case 'unknown':
      return receipt;
    default:
      return null;
  }
}
