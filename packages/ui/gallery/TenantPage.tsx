import { Button, Tabs } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { OperationProgress, OperationSteps } from '../src/components/OperationSteps.tsx';
import { Columns, Page, Stats } from '../src/components/Page.tsx';
import { PageHeader } from '../src/components/PageHeader.tsx';
import { Panel } from '../src/components/Panel.tsx';
import { Sparkline } from '../src/components/Sparkline.tsx';
import { StatCard } from '../src/components/StatCard.tsx';
import { StatusDot } from '../src/components/StatusDot.tsx';
import { failedSteps, steps, tenants } from './data.ts';

export function TenantPage() {
  const { id } = useParams();
  const tenant = tenants.find(({ host }) => host === id) ?? tenants[0]!;
  return (
    <>
      <PageHeader
        title={tenant.name}
        crumbs={[{ label: 'Tenants', to: '/' }]}
        meta={<StatusDot state={tenant.state}>{tenant.stateText}</StatusDot>}
      >
        <Button variant="default" rightSection={<IconExternalLink size={15} />}>
          Abrir o app
        </Button>
      </PageHeader>
      <Page>
        <Tabs defaultValue="Resumo">
          <Tabs.List>
            {['Resumo', 'Operações', 'Logs', 'Backups', 'Domínio', 'Uso', 'Cobrança'].map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {tab}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <Stats>
          <StatCard label="App" value="38 ms" note="p95, último minuto" state="ok" />
          <StatCard label="Banco" value="412 MB" note="de 2 GB, 11 conexões" state="ok" />
          <StatCard label="Redis" value="24 MB" note="fila vazia" state="ok" />
          <StatCard label="WhatsApp" value="2 de 3" note="Loja Boa Viagem religando" state="wait" />
        </Stats>
        <Columns>
          <Panel
            title="Atualização 4.2.1 → 4.3.0"
            aside="1 min 19 s · passo 4 de 5"
            footer={
              <>
                <span>O app antigo responde até a prova passar.</span>
                <Button variant="default">Cancelar e voltar à 4.2.1</Button>
              </>
            }
          >
            <OperationProgress steps={steps} />
            <br />
            <OperationSteps
              steps={steps}
              label={(name) => name}
              detail={(step) => (step.name.startsWith('Backup') ? '1,8 GB gravados, relidos e restaurados' : null)}
            />
          </Panel>
          <div style={{ display: 'grid', gap: 12 }}>
            <Panel title="Mensagens nas últimas 24 h" aside={<strong className="tabular">1.284</strong>}>
              <Sparkline values={[9, 7, 5, 6, 8, 11, 13, 12, 10, 8, 6, 4, 3, 2, 1, 1, 1, 2, 5, 8, 10]} width={320} height={88} area />
            </Panel>
            <Panel title="Criação">
              <OperationProgress steps={failedSteps} />
              <br />
              <OperationSteps steps={failedSteps} label={(name) => name} />
            </Panel>
          </div>
        </Columns>
      </Page>
    </>
  );
}
