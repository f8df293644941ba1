import { useShortcuts } from '@chat-saas/ui/shell/use-shortcuts.ts';
import { ActionIcon, Menu, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBrandWhatsapp, IconCheck, IconChevronDown, IconEdit, IconSearch, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './conversation-list.module.css';
import { FILTERS, useInboxFilters } from './inbox-filters.ts';
import { useCounts, useInstances } from './inbox-queries.ts';

interface Props {
  /** Starts a new conversation; absent where no number could send it. */
  onWrite: (() => void) | undefined;
  /** Arrow down in the search field: on to the list. */
  onDown: () => void;
}

/** Title, search and filters above the list. */
export function ConversationListHeader({ onWrite, onDown }: Props) {
  const { t } = useTranslation('app');
  const { filter, instanceId, set } = useInboxFilters();
  const counts = useCounts(instanceId).data;
  return (
    <>
      <header className={classes.header}>
        <h1>{t('inbox.title')}</h1>
        {onWrite && (
          <Tooltip label={`${t('inbox.write')}  N`}>
            <ActionIcon aria-label={t('inbox.write')} onClick={onWrite}>
              <IconEdit size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )}
      </header>
      <Search onDown={onDown} />
      <fieldset className={classes.filters} aria-label={t('inbox.filter')}>
        {FILTERS.map((name) => (
          <button key={name} type="button" aria-pressed={name === filter} className={classes.filter} onClick={() => set('filter', name)}>
            {t(`inbox.filters.${name}`)}
            {name !== 'closed' && Boolean(counts?.[name]) && <span className="tabular">{counts?.[name]}</span>}
          </button>
        ))}
      </fieldset>
      <InstanceFilter />
    </>
  );
}

function Search({ onDown }: { onDown: () => void }) {
  const { t } = useTranslation('app');
  const { q, set } = useInboxFilters();
  const [text, setText] = useState(q);
  const input = useRef<HTMLInputElement>(null);
  const apply = useDebouncedCallback((value: string) => set('q', value || null), 250);
  const change = (value: string) => {
    setText(value);
    apply(value);
  };
  useShortcuts([{ keys: '/', label: t('keys.search'), group: t('inbox.title'), run: () => input.current?.focus() }]);
  // cleared elsewhere: “show all” in the empty list
  const [seen, setSeen] = useState(q);
  if (seen !== q) {
    setSeen(q);
    if (q === '') setText('');
  }
  return (
    <div className={classes.search}>
      <TextInput
        ref={input}
        type="search"
        aria-label={t('inbox.search')}
        placeholder={t('inbox.search')}
        value={text}
        maxLength={80}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          }
          if (event.key === 'Escape') change('');
        }}
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
        rightSection={
          text && (
            <ActionIcon size={28} className={classes.clear} aria-label={t('inbox.clearSearch')} onClick={() => change('')}>
              <IconX size={14} />
            </ActionIcon>
          )
        }
      />
    </div>
  );
}

/** Only for who has several numbers. */
function InstanceFilter() {
  const { t } = useTranslation('app');
  const { instanceId, set } = useInboxFilters();
  const instances = useInstances().data?.items ?? [];
  if (instances.length < 2) return null;
  const current = instances.find(({ id }) => id === instanceId)?.name ?? t('inbox.allNumbers');
  return (
    <div className={classes.instance}>
      <Menu position="bottom-start" width={240}>
        <Menu.Target>
          <button type="button" className={classes.select} aria-label={`${t('inbox.number')}: ${current}`}>
            <IconBrandWhatsapp size={16} stroke={1.7} aria-hidden />
            <span className="truncate">{current}</span>
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {[{ id: null, name: t('inbox.allNumbers') }, ...instances].map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => set('instance', id)} rightSection={name === current ? <IconCheck size={14} /> : undefined}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span className={classes.sort}>{t('inbox.newestFirst')}</span>
    </div>
  );
}
