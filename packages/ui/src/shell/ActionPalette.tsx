import '@mantine/spotlight/styles.layer.css';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '../components/toasts.tsx';
import { matchesAction } from './match-action.ts';
import { type Action, actions, searches } from './use-actions.ts';

/** Ctrl-K: pages, actions, and whatever the app's searches find. */
export function ActionPalette() {
  const { t } = useTranslation('ui');
  const [query, setQuery] = useState('');
  const { found, searching } = useFound(query);
  useEffect(() => {
    if (found.length > 0) selectFirst();
  }, [found]);
  const own = actions.all().filter((action) => matchesAction(action, query));
  return (
    <Spotlight
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      clearQueryOnClose
      actions={grouped([...own, ...found], t('palette.actions'))}
      filter={(_, all) => all}
      limit={30}
      scrollable
      maxHeight="min(480px, 60dvh)"
      transitionProps={{ duration: 100 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.5 }}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.7} />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('keys.search'),
      }}
      nothingFound={searching ? t('palette.searching') : t('palette.nothing')}
    />
  );
}

/** Answers that come late change the list; Enter must still take its first line. Spotlight keeps its choice in this attribute. */
function selectFirst(): void {
  const palette = document.querySelector('.mantine-Spotlight-content');
  if (!palette?.querySelector('[data-selected]')) palette?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
}

/** What the searches answer for the query; the answers of an older query never come late. */
function useFound(query: string) {
  const [state, setState] = useState<{ found: Action[]; searching: boolean }>({ found: [], searching: false });
  useEffect(() => {
    const sources = query.trim().length < 2 ? [] : searches.all();
    if (sources.length === 0) return setState({ found: [], searching: false });
    const abort = new AbortController();
    const ask = async () => {
      try {
        const answers = await Promise.all(sources.map(({ search }) => search(query.trim(), abort.signal)));
        if (!abort.signal.aborted) setState({ found: answers.flat(), searching: false });
      } catch (error) {
        if (abort.signal.aborted) return;
        setState({ found: [], searching: false });
        notifyProblem(error);
      }
    };
    setState((before) => ({ ...before, searching: true }));
    const timer = setTimeout(() => void ask(), 200);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return state;
}

function grouped(all: Action[], rest: string): SpotlightActionGroupData[] {
  const groups = Map.groupBy(all, ({ group }) => group ?? rest);
  return [...groups].map(([group, items]) => ({
    group,
    actions: items.map(({ id, label, description, Icon, run }) => ({
      id,
      label,
      description,
      onClick: run,
      leftSection: Icon ? <Icon size={18} stroke={1.6} aria-hidden /> : undefined,
    })),
  }));
}
