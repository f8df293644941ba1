import { useCallback, useEffect, useRef, useState } from 'react';
import type { Socket } from 'socket.io-client';

interface SocketOptions {
  /** Namespace, such as `/agent`; the default namespace where absent. */
  url?: string;
  /** Where the server listens; `/socket.io` where absent. */
  path?: string;
  query?: Record<string, string>;
  enabled?: boolean;
  /** What to do per event: invalidate or patch the query cache, nothing else. May change between renders. */
  on: Record<string, (data: never) => void>;
  /** The line was cut and is back: what was missed has to be asked for again. */
  onReconnect?: () => void;
}

/** One live line to the page's own origin. It comes back by itself; `connected` is what is so now (true until the first attempt has failed). */
export function useSocket({ url = '/', path = '/socket.io', query, enabled = true, on, onReconnect }: SocketOptions) {
  const [connected, setConnected] = useState(true);
  const socket = useRef<Socket | null>(null);
  const latest = useRef({ on, onReconnect });
  useEffect(() => {
    latest.current = { on, onReconnect };
  });

  const queryText = JSON.stringify(query ?? {});
  useEffect(() => {
    if (!enabled) return;
    let left = false;
    let line: Socket | null = null;
    const start = async () => {
      const { io } = await import('socket.io-client');
      if (left) return;
      line = io(url, {
        path,
        query: JSON.parse(queryText),
        transports: ['websocket', 'polling'],
        reconnectionDelayMax: 10_000,
        randomizationFactor: 0.5,
      });
      socket.current = line;
      let wasUp = false;
      line.on('connect', () => {
        setConnected(true);
        if (wasUp) latest.current.onReconnect?.();
        wasUp = true;
      });
      line.on('disconnect', () => setConnected(false));
      line.on('connect_error', () => setConnected(false));
      line.onAny((event: string, data: unknown) => latest.current.on[event]?.(data as never));
    };
    start().catch(() => setConnected(false)); // its code could not be loaded: the page works, not live, and the banner says so
    return () => {
      left = true;
      socket.current = null;
      line?.disconnect();
      setConnected(true);
    };
  }, [url, path, queryText, enabled]);

  const emit = useCallback((event: string, data?: unknown) => socket.current?.emit(event, data), []);
  return { connected, emit };
}
