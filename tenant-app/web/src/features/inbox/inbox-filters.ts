import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Filter, ListInput } from './place-conversation.ts';

export const FILTERS = ['pending', 'mine', 'all', 'closed'] as const satisfies Filter[];

/** What the list shows lives in the address, so that it survives a reload and can be sent to a colleague. */
export function useInboxFilters() {
  const [params, setParams] = useSearchParams();
  const filter = FILTERS.find((known) => known === params.get('filter')) ?? 'all';
  const instanceId = /^[0-9a-z]{1,64}$/.exec(params.get('instance') ?? '')?.[0];
  const q = params.get('q')?.slice(0, 80) ?? '';
  const input = useMemo<ListInput>(
    () => ({ filter, ...(instanceId ? { instanceId } : {}), ...(q.trim() ? { q: q.trim() } : {}) }),
    [filter, instanceId, q],
  );

  const set = useCallback(
    (name: 'filter' | 'instance' | 'q', value: string | null) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          if (value && value !== 'all') next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { filter, instanceId, q, input, set, search: params.size > 0 ? `?${params}` : '' };
}
