import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export const STATUS_FILTERS = ['all', 'active', 'attention', 'suspended'] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

/** Search and state live in the URL; changing one goes back to the first page. */
export function useTenantFilters() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const status = STATUS_FILTERS.find((known) => known === params.get('status')) ?? 'all';
  const set = useCallback(
    (name: 'q' | 'status', value: string) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete('after');
          if (value === '' || value === 'all') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { q, status, set };
}
