import { useEffect, useState } from 'react';
import type { Line } from './thread-lines.ts';

/** How many messages of others came in below while the person reads further up. */
export function useNewBelow(lines: Line[] | undefined, atBottom: boolean): number {
  const [seen, setSeen] = useState<string | null>(null);
  const last = lines?.at(-1)?.key ?? null;
  useEffect(() => {
    if (atBottom) setSeen(last);
  }, [atBottom, last]);
  if (!lines || atBottom || seen === null) return 0;
  const from = lines.findIndex(({ key }) => key === seen);
  if (from === -1) return 0;
  return lines.slice(from + 1).filter((line) => line.kind === 'message' && line.message.from === 'contact').length;
}
