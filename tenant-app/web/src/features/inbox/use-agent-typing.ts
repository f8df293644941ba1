import { markShown } from '@chat-saas/ui/data/shown-errors.ts';
import { useCallback, useEffect, useRef } from 'react';
import { api } from '../../app/api.ts';

const AGAIN_AFTER_MS = 8000;
const STOP_AFTER_MS = 4000;

/** Lets the contact see “typing…”: told at the first key, again while it goes on, and when it stops. */
export function useAgentTyping(id: string) {
  const toldAt = useRef(0);
  const timer = useRef(0);
  const tell = useCallback((on: boolean) => void api.conversations.typing({ id, on }).catch(markShown), [id]); // a courtesy: nobody has to know that it failed
  const stop = useCallback(() => {
    window.clearTimeout(timer.current);
    if (toldAt.current) tell(false);
    toldAt.current = 0;
  }, [tell]);
  const typed = useCallback(() => {
    if (Date.now() - toldAt.current > AGAIN_AFTER_MS) {
      toldAt.current = Date.now();
      tell(true);
    }
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(stop, STOP_AFTER_MS);
  }, [tell, stop]);
  useEffect(() => stop, [stop]);
  return { typed, stop };
}
