import { useSearchParams } from 'react-router';

/** Pages by cursor, kept in the address: `after` once per page that was left behind. */
export function useCursorPages() {
  const [params, setParams] = useSearchParams();
  const cursors = params.getAll('after');
  const go = (next: string[]) =>
    setParams((current) => {
      const changed = new URLSearchParams(current);
      changed.delete('after');
      for (const cursor of next) changed.append('after', cursor);
      return changed;
    });
  return {
    cursor: cursors.at(-1),
    /** Pages before this one. */
    pagesBefore: cursors.length,
    next: (cursor: string) => go([...cursors, cursor]),
    previous: () => go(cursors.slice(0, -1)),
  };
}

/** Sets or clears filters in the address and goes back to the first page. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const setFilter = (name: string, value: string) =>
    setParams(
      (current) => {
        const changed = new URLSearchParams(current);
        changed.delete('after');
        if (value) changed.set(name, value);
        else changed.delete(name);
        return changed;
      },
      { replace: true },
    );
  return { params, setFilter };
}
