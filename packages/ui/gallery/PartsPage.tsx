import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWhiteLabel } from '../src/branding/use-white-label.ts';
import { ColorField } from '../src/components/ColorField.tsx';
import { CopyField } from '../src/components/CopyField.tsx';
import { confirm } from '../src/components/confirm.tsx';
import { Dialog, DialogActions } from '../src/components/Dialog.tsx';
import { LanguageMenu } from '../src/components/LanguageMenu.tsx';
import { Columns, Page } from '../src/components/Page.tsx';
import { PageHeader } from '../src/components/PageHeader.tsx';
import { Panel } from '../src/components/Panel.tsx';
import { PersonAvatar } from '../src/components/PersonAvatar.tsx';
import { SchemeToggle } from '../src/components/SchemeToggle.tsx';
import { Secret } from '../src/components/Secret.tsx';
import { StateChip, StateMark } from '../src/components/StateChip.tsx';
import { StatusDot } from '../src/components/StatusDot.tsx';
import { Ticks } from '../src/components/Ticks.tsx';
import { notifyDone, notifyProblem, notifyUndo } from '../src/components/toasts.tsx';
import { ChangePasswordForm } from '../src/sign-in/ChangePasswordForm.tsx';
import { problem, refuse } from './data.ts';

const row = { display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' } as const;

export function PartsPage() {
  const { brand, setBrand } = useWhiteLabel();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <PageHeader title="Parts" />
      <Page>
        <Columns>
          <Panel title="Hand on">
            <div style={{ display: 'grid', gap: 20 }}>
              <CopyField
                label="Link de conexão"
                value="http://padaria-sao-joao.localhost:3001/client/a7k2m9x0c4pq5zr8tn3vw6yb1dhjgef02s4k6"
                href="/"
                description="Vale por 7 dias. Quem abrir vê só o QR deste número."
              />
              <Secret label="Senha de uma vez" value="b7rk-92xq-m4tz" />
              <ColorField
                label="Cor principal"
                value={brand.primaryColor}
                onChange={(primaryColor) => setBrand({ ...brand, primaryColor })}
              />
              <ColorField label="Cor secundária" value="#facc15" onChange={() => undefined} />
              <TextInput
                label="Nome"
                defaultValue="Padaria São João"
                description="Aparece no topo"
                error="Já existe um tenant com este nome."
              />
              <Select label="Plano" data={['Starter', 'Professional', 'Business']} defaultValue="Professional" />
            </div>
          </Panel>
          <div style={{ display: 'grid', gap: 12 }}>
            <Panel title="Marks">
              <div style={{ display: 'grid', gap: 16 }}>
                <div style={row}>
                  {(['ai_active', 'awaiting_human', 'human_replied', 'closed'] as const).map((state) => (
                    <StateChip key={state} state={state} />
                  ))}
                </div>
                <div style={row}>
                  {[
                    'Maria Aparecida dos Santos Figueiredo',
                    'João Victor Alcântara',
                    'Íris Gonçalves',
                    '+55 11 97230-5519',
                    'Dona Lurdes 🌻',
                  ].map((name) => (
                    <PersonAvatar key={name} name={name} corner={<StateMark state="awaiting_human" />} />
                  ))}
                </div>
                <div style={row}>
                  {(['pending', 'sent', 'delivered', 'read', 'failed', 'unknown'] as const).map((receipt) => (
                    <Ticks key={receipt} receipt={receipt} />
                  ))}
                </div>
                <div style={row}>
                  {(['ok', 'attention', 'bad', 'working', 'trial', 'off'] as const).map((state) => (
                    <StatusDot key={state} state={state}>
                      {state}
                    </StatusDot>
                  ))}
                </div>
                <div style={row}>
                  <SchemeToggle />
                  <LanguageMenu />
                </div>
              </div>
            </Panel>
            <Panel title="Say and ask">
              <div style={row}>
                <Button onClick={() => notifyDone('Alterações salvas')}>Done</Button>
                <Button variant="default" onClick={() => notifyProblem(problem(500, 'INTERNAL_ERROR'))}>
                  Problem
                </Button>
                <Button variant="default" onClick={() => notifyUndo('Conversa fechada', () => refuse(409, 'FORBIDDEN'))}>
                  Undo
                </Button>
                <Button
                  variant="default"
                  onClick={() =>
                    confirm({
                      title: 'Suspender Padaria São João?',
                      text: 'O app sai do ar; os dados ficam guardados. Dá para retomar quando quiser.',
                      confirmLabel: 'Suspender',
                      onConfirm: () => refuse(403, 'FORBIDDEN'),
                    })
                  }
                >
                  Confirm
                </Button>
                <Button
                  variant="default"
                  color="red"
                  onClick={() =>
                    confirm({
                      title: 'Excluir Padaria São João?',
                      text: 'Conversas, contatos e arquivos são apagados. Não dá para desfazer.',
                      confirmLabel: 'Excluir',
                      danger: true,
                      typedName: 'Padaria São João',
                      onConfirm: () => Promise.resolve(),
                    })
                  }
                >
                  Delete
                </Button>
                <Button variant="default" onClick={() => setOpened(true)}>
                  Dialog
                </Button>
              </div>
            </Panel>
            <Panel title="Trocar a senha">
              <ChangePasswordForm onSubmit={() => refuse(400, 'PASSWORD_WRONG')} />
            </Panel>
          </div>
        </Columns>
      </Page>
      <Dialog opened={opened} onClose={() => setOpened(false)} title="Novo tenant">
        <TextInput label="Nome" data-autofocus />
        <DialogActions>
          <Button variant="default" onClick={() => setOpened(false)}>
            Cancelar
          </Button>
          <Button>Criar</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
