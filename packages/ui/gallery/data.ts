import { ProblemError } from '@chat-saas/contract/client';
import type { OperationStep } from '../src/components/OperationSteps.tsx';
import type { DotState } from '../src/components/StatusDot.tsx';

export interface Tenant {
  name: string;
  host: string;
  plan: string;
  partner?: string;
  state: DotState;
  stateText: string;
  version: string;
  messages: number;
  trend: number[];
  costCents: number;
}
const tenant = (
  name: string,
  host: string,
  plan: string,
  state: DotState,
  stateText: string,
  messages: number,
  costCents: number,
  partner?: string,
): Tenant => ({
  name,
  host,
  plan,
  partner,
  state,
  stateText,
  version: '4.3.0',
  messages,
  trend: [4, 6, 5, 8, 7, 9].map((value, i) => value * (i + 3)),
  costCents,
});

export const tenants: Tenant[] = [
  tenant('Doce Aurora Confeitaria', 'doceaurora.prosa.app', 'Pro', 'working', 'Atualizando', 1284, 4120),
  tenant(
    'Clínica Odontológica Sorriso & Bem-Estar da Família Albuquerque',
    'agenda.sorrisobemestar.com.br',
    'Business',
    'ok',
    'No ar',
    8912,
    12_874,
    'Grupo Líder',
  ),
  tenant('Auto Peças Irmãos Conceição', 'irmaosconceicao.prosa.app', 'Start', 'attention', 'Número desconectado', 37, 1890),
  tenant('Empório Raiz 🌱', 'chat.emporioraiz.com.br', 'Pro', 'bad', 'Criação falhou', 0, 0),
  tenant('Barbearia do Zé', 'barbeariadoze.prosa.app', 'Start', 'trial', 'Teste, 4 dias', 92, 1145),
  tenant('Pet Amigo Fiel', 'petamigofiel.prosa.app', 'Start', 'off', 'Suspenso', 0, 602, 'Grupo Líder'),
];

export const steps: OperationStep[] = [
  { name: 'Conferir antes de começar', status: 'succeeded', durationMs: 812 },
  { name: 'Backup comprovado', status: 'succeeded', durationMs: 42_100, attempts: 2 },
  { name: 'Baixar a versão 4.3.0', status: 'skipped', durationMs: 0 },
  {
    name: 'Trocar o app',
    status: 'running',
    startedAt: new Date(Date.now() - 18_000).toISOString(),
    log: ['09:43:52  app-4.3.0  start pid 28114', '09:43:55  mongo ok  redis ok', '09:44:03  Loja Boa Viagem: sincronizando 78%'],
  },
  { name: 'Provar no endereço real', status: 'pending' },
];
export const failedSteps: OperationStep[] = [
  { name: 'Criar o banco', status: 'undone', durationMs: 912 },
  { name: 'Ligar o Redis', status: 'undone', durationMs: 120 },
  {
    name: 'Abrir o app',
    status: 'failed',
    durationMs: 30_000,
    attempts: 3,
    error: 'O app não respondeu em http://emporioraiz.localhost:3001/health por 30 s.',
  },
  { name: 'Provar no endereço real', status: 'pending' },
];

export const problem = (status: number, code: string) =>
  new ProblemError({ type: 'about:blank', title: code, status, detail: code, code, requestId: '01jd3m8x7qkz4v0t9c2b' });
export const refuse = (status: number, code: string) =>
  new Promise<never>((_, reject) => setTimeout(() => reject(problem(status, code)), 300));
