import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Lazily } from '@chat-saas/ui/components/Lazily.tsx';
import { Page, Toolbar } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { Pager } from '@chat-saas/ui/components/Pager.tsx';
import { SearchField } from '@chat-saas/ui/components/SearchField.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button, SegmentedControl } from '@mantine/core';
import { IconBuildingStore, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import { useCursorPages, useFilters } from '../../app/use-cursor-pages.ts';
import { TenantTable } from './TenantTable.tsx';
import { FILTERS } from './tenant-look.ts';
import classes from './tenants.module.css';

const CreateTenantDialog = lazy(async () => ({ default: (await import('./CreateTenantDialog.tsx')).CreateTenantDialog }));

const ALL = 'all';
const PER_PAGE = 30;
const LONGEST_SEARCH = 80;

/** Every tenant: found by name, address or e-mail, narrowed by state; the address keeps both. */
export function TenantsPage() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { params, setFilter } = useFilters();
  const { cursor, pagesBefore, next, previous } = useCursorPages();
  const status = FILTERS.find((known) => known === params.get('status'));
  const q = (params.get('q') ?? '').slice(0, LONGEST_SEARCH);
  const tenants = useQuery(
    orpc.tenants.list.queryOptions({ input: { status, q: q || undefined, cursor, limit: PER_PAGE }, placeholderData: keepPreviousData }),
  );
  const { items, total, nextCursor } = tenants.data ?? { items: undefined, total: 0, nextCursor: null };
  const isNarrowed = Boolean(status ?? q);
  const first = pagesBefore * PER_PAGE + 1;
  const create = () => setFilter('new', '1');
  return (
    <>
      <PageHeader title={t('nav.tenants')} count={items && total > 0 ? format.number(total) : undefined}>
        <Button leftSection={<IconPlus size={16} />} onClick={create}>
          {t('tenants.create')}
        </Button>
      </PageHeader>
      <Page>
        <Toolbar>
          <div className={classes.search}>
            <SearchField
              label={t('tenants.search')}
              placeholder={t('tenants.searchIn')}
              value={q}
              onChange={(text) => setFilter('q', text)}
            />
          </div>
          <SegmentedControl
            aria-label={t('tenant.state')}
            value={status ?? ALL}
            onChange={(value) => setFilter('status', value === ALL ? '' : value)}
            data={[{ value: ALL, label: t('tenants.all') }, ...FILTERS.map((value) => ({ value, label: t(`tenants.filter.${value}`) }))]}
          />
        </Toolbar>
        <TenantTable
          rows={items}
          error={tenants.error}
          onRetry={tenants.refetch}
          empty={isNarrowed ? <NothingLike q={q} onClear={() => setFilter('q', '')} /> : <NoTenants onCreate={create} />}
        />
        {items && items.length > 0 && (
          <Pager
            hasPrevious={pagesBefore > 0}
            hasNext={nextCursor !== null}
            onPrevious={previous}
            onNext={() => nextCursor && next(nextCursor)}
          >
            {t('tenants.range', {
              first: format.number(first),
              last: format.number(first + items.length - 1),
              total: format.number(total),
            })}
          </Pager>
        )}
      </Page>
      {params.has('new') && (
        <Lazily>
          <CreateTenantDialog sample={items?.[0]} onClose={() => setFilter('new', '')} />
        </Lazily>
      )}
    </>
  );
}

function NothingLike({ q, onClear }: { q: string; onClear: () => void }) {
  const { t } = useTranslation('app');
  const clear = (
    <Button variant="default" onClick={onClear}>
      {t('tenants.clearSearch')}
    </Button>
  );
  return (
    <EmptyState
      Icon={IconSearchOff}
      title={q ? t('tenants.nothingLike', { q }) : t('tenants.noneInState')}
      text={t(q ? 'tenants.nothingLikeText' : 'tenants.noneInStateText')}
      action={q ? clear : undefined}
    />
  );
}

function NoTenants({ onCreate }: { onCreate: () => void }) {
  const { t } = useTranslation('app');
  return (
    <EmptyState
      Icon={IconBuildingStore}
      title={t('tenants.none')}
      text={t('tenants.noneText')}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={onCreate}>
          {t('tenants.create')}
        </Button>
      }
    />
  );
}
