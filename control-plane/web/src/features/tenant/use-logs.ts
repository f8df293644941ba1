import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, orpc } from '../../app/api.ts';

export type LogPart = 'app' | 'redis';

const FOLLOW_MS = 2000;
const TAIL = 300;
const KEPT = 2000;

interface Log {
  lines: string[];
  /** Of the first line that is kept, counted since the page was opened: lines keep their keys. */
  first: number;
  cursor: string;
}

/** The latest lines of a part's log; while following, what comes is added every two seconds. */
export function useLogs(tenantId: string, part: LogPart, isFollowing: boolean) {
  const queryClient = useQueryClient();
  const queryKey = [...orpc.tenants.logs.key(), 'followed', tenantId, part];
  const key = JSON.stringify(queryKey);
  const load = useCallback(async (): Promise<Log> => {
    const before = queryClient.getQueryData<Log>(JSON.parse(key));
    const { lines, nextCursor } = await api.tenants.logs({
      id: tenantId,
      part,
      tail: before ? 1000 : TAIL,
      ...(before ? { cursor: before.cursor } : {}),
    });
    const all = [...(before?.lines ?? []), ...lines];
    const dropped = Math.max(0, all.length - KEPT);
    return { lines: all.slice(dropped), first: (before?.first ?? 0) + dropped, cursor: nextCursor };
  }, [queryClient, key, tenantId, part]);
  return useQuery({
    queryKey,
    queryFn: load,
    refetchInterval: isFollowing ? FOLLOW_MS : false,
    refetchOnWindowFocus: false,
    staleTime: FOLLOW_MS,
    gcTime: 0,
  });
}
