import { Button } from '@mantine/core';
import { IconAddressBook, IconBrandWhatsapp } from '@tabler/icons-react';
import { DataTable } from '../src/components/DataTable.tsx';
import { EmptyState } from '../src/components/EmptyState.tsx';
import { OfflineBanner } from '../src/components/OfflineBanner.tsx';
import { Columns, Page } from '../src/components/Page.tsx';
import { PageHeader } from '../src/components/PageHeader.tsx';
import { Panel } from '../src/components/Panel.tsx';
import { ProblemNote } from '../src/components/ProblemNote.tsx';
import { QueryBoundary } from '../src/components/QueryBoundary.tsx';
import { problem, type tenants } from './data.ts';

const columns = [
  { id: 'name', header: 'Nome', primary: true, cell: (t: (typeof tenants)[number]) => t.name },
  { id: 'plan', header: 'Plano', cell: (t: (typeof tenants)[number]) => t.plan },
  { id: 'messages', header: 'Mensagens', right: true, cell: (t: (typeof tenants)[number]) => t.messages },
];
const refetch = () => undefined;

export function StatesPage() {
  return (
    <>
      <OfflineBanner connected={false} />
      <PageHeader title="States" back="/" />
      <Page>
        <DataTable label="Loading" columns={columns} rows={undefined} rowKey={(t) => t.host} skeletonRows={3} />
        <DataTable
          label="Failed"
          columns={columns}
          rows={undefined}
          rowKey={(t) => t.host}
          error={problem(0, 'UNREACHABLE')}
          onRetry={refetch}
        />
        <DataTable
          label="Empty"
          columns={columns}
          rows={[]}
          rowKey={(t) => t.host}
          empty={
            <EmptyState
              Icon={IconAddressBook}
              title="Nenhum contato ainda"
              text="Quem escrever para o seu WhatsApp aparece aqui."
              action={<Button variant="default">Importar contatos</Button>}
            />
          }
        />
        <Columns>
          <Panel title="Loading">
            <QueryBoundary query={{ data: undefined, error: null, refetch }}>{() => null}</QueryBoundary>
          </Panel>
          <Panel title="Failed">
            <QueryBoundary query={{ data: undefined, error: problem(500, 'INTERNAL_ERROR'), refetch }}>{() => null}</QueryBoundary>
          </Panel>
        </Columns>
        <ProblemNote error={problem(403, 'FORBIDDEN')} />
        <EmptyState
          picture={<Picture />}
          title="Aqui chegam as conversas do seu WhatsApp"
          text="Conecte um número e a primeira mensagem aparece nesta tela. A IA responde, e você assume quando quiser."
          action={
            <Button size="md" leftSection={<IconBrandWhatsapp size={18} />}>
              Conectar WhatsApp
            </Button>
          }
        />
      </Page>
    </>
  );
}

const Picture = () => (
  <svg viewBox="0 0 240 136" fill="none" aria-hidden="true">
    <rect x="20" y="12" width="200" height="112" rx="14" fill="var(--surface)" stroke="var(--hairline-strong)" />
    <circle cx="48" cy="40" r="11" fill="var(--primary-color)" />
    <rect x="70" y="32" width="84" height="6" rx="3" fill="var(--ink)" opacity={0.75} />
    <circle cx="208" cy="24" r="14" fill="var(--secondary-color)" stroke="var(--surface)" strokeWidth="4" />
  </svg>
);
