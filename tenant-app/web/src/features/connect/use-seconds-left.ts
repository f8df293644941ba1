import { useEffect, useState } from 'react';

const secondsUntil = (at: string | null) => (at ? Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1000)) : 0);

/** Counts down to a moment; 0 once it is past, or where there is none. */
export function useSecondsLeft(at: string | null): number {
  const [, tick] = useState(0);
  const left = secondsUntil(at);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) return;
    const timer = window.setInterval(() => tick((count) => count + 1), 500);
    return () => window.clearInterval(timer);
  }, [isOver]);
  return left;
}
