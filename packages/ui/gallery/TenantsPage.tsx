import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Column, DataTable, type Sort } from '../src/components/DataTable.tsx';
import { Page, Stats, Toolbar } from '../src/components/Page.tsx';
import { PageHeader } from '../src/components/PageHeader.tsx';
import { Pager } from '../src/components/Pager.tsx';
import { RowTitle } from '../src/components/RowTitle.tsx';
import { SearchField } from '../src/components/SearchField.tsx';
import { Sparkline } from '../src/components/Sparkline.tsx';
import { StatCard } from '../src/components/StatCard.tsx';
import { StatusDot } from '../src/components/StatusDot.tsx';
import { useFormat } from '../src/i18n/use-format.ts';
import { type Tenant, tenants } from './data.ts';

export function TenantsPage() {
  const format = useFormat();
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<Sort>({ by: 'messages', descending: true });
  const columns: Column<Tenant>[] = [
    { id: 'name', header: 'Nome', primary: true, cell: (t) => <RowTitle title={t.name} note={t.host} /> },
    { id: 'plan', header: 'Plano', cell: (t) => t.plan },
    { id: 'state', header: 'Estado', cell: (t) => <StatusDot state={t.state}>{t.stateText}</StatusDot> },
    { id: 'version', header: 'Versão', cell: (t) => t.version, hideOnPhone: true },
    { id: 'trend', header: '', cell: (t) => <Sparkline values={t.trend} color="var(--ink-3)" />, hideOnPhone: true },
    { id: 'messages', header: 'Mensagens hoje', right: true, sortable: true, cell: (t) => format.number(t.messages) },
    { id: 'cost', header: 'Custo no mês', right: true, sortable: true, cell: (t) => format.money(t.costCents) },
  ];
  const rows = tenants.filter((t) => t.name.toLowerCase().includes(query.toLowerCase()));
  return (
    <>
      <PageHeader title="Tenants" count={148}>
        <Button leftSection={<IconPlus size={16} />}>Novo tenant</Button>
      </PageHeader>
      <Page>
        <Stats>
          <StatCard label="No ar" value="141 de 148" note="3 em teste, 4 suspensos" />
          <StatCard label="Mensagens hoje" value={format.number(86_412)} note="12% acima de sexta passada" />
          <StatCard label="Pedem atenção" value="2" state="wait" note="1 desconectado, 1 backup velho" />
          <StatCard label="Custo no mês" value={format.money(731_840)} note="R$ 49,45 por tenant" />
        </Stats>
        <Toolbar>
          <SearchField label="Buscar tenant" placeholder="Nome, domínio ou e-mail" value={query} onChange={setQuery} />
          <SegmentedControl aria-label="Estado" data={['Todos', 'No ar', 'Atenção', 'Em teste', 'Suspensos']} defaultValue="Todos" />
        </Toolbar>
        <DataTable
          label="Tenants"
          columns={columns}
          rows={rows}
          rowKey={(t) => t.host}
          rowTo={(t) => `/tenants/${t.host}`}
          isRowOff={(t) => t.state === 'off'}
          sort={sort}
          onSort={setSort}
        />
        <Pager hasPrevious={false} hasNext onPrevious={() => undefined} onNext={() => undefined}>
          1–10 de 148
        </Pager>
      </Page>
    </>
  );
}
