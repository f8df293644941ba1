import { isProblem } from '@chat-saas/ui/data/problem-text.ts';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconLoader2, IconWorld, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import { cleanSlug } from './address.ts';
import classes from './tenants.module.css';

interface Props {
  value: string;
  onChange: (slug: string) => void;
  /** What follows the slug: `.localhost:3001`. */
  suffix: string;
  error?: ReactNode;
}

const ASK_AFTER_MS = 350;
const MARKS = { free: IconCheck, taken: IconX, asking: IconLoader2, unknown: IconWorld };

/** The tenant's address with the whole host as it will be, and whether somebody has it already. */
export function AddressField({ value, onChange, suffix, error }: Props) {
  const { t } = useTranslation('app');
  const state = useAvailability(value);
  const Mark = MARKS[state];
  return (
    <div className={classes.address}>
      <TextInput
        label={t('create.address')}
        value={value}
        onChange={(event) => onChange(cleanSlug(event.currentTarget.value))}
        error={error}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
      />
      {!error && (
        <p className={classes.preview} data-state={state} aria-live="polite">
          <Mark size={14} aria-hidden />
          <span>
            <b>
              {value || '…'}
              {suffix}
            </b>{' '}
            {(state === 'free' || state === 'taken') && t(`create.${state}`)}
          </span>
        </p>
      )}
    </div>
  );
}

function useAvailability(slug: string): keyof typeof MARKS {
  const [asked] = useDebouncedValue(slug, ASK_AFTER_MS);
  const preview = useQuery(
    orpc.tenants.preview.queryOptions({
      input: { kind: 'provision', input: { name: asked, slug: asked } },
      enabled: asked !== '' && !asked.endsWith('-'),
      retry: false,
      staleTime: 10_000,
    }),
  );
  if (slug === '' || slug.endsWith('-')) return 'unknown';
  if (isProblem(preview.error, 'SLUG_TAKEN') && asked === slug) return 'taken';
  if (asked !== slug || preview.isFetching) return 'asking';
  return preview.data ? 'free' : 'unknown';
}
