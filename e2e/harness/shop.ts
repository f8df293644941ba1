import { createApiClient } from '@chat-saas/contract/client';
import { tenantContract } from '@chat-saas/tenant-app/contract';
import type { ControlPlaneProcess } from './control-plane-process.ts';
import { fetchLocal } from './fetch-local.ts';
import { until } from './until.ts';

const PEOPLE = [
  [
    '5581997124408',
    'Maria Aparecida dos Santos Figueiredo',
    'Boa noite! Queria encomendar um bolo pro aniversário da minha neta, sábado que vem. Ela ama brigadeiro 🍫',
  ],
  ['5581988441020', 'João Victor Alcântara', 'Oi, tem alguém aí? Preciso trocar o sabor do bolo de amanhã 😅'],
  ['5581991237761', 'Conceição Albuquerque', 'Quanto sai o de 2 kg?'],
  ['558134629080', 'Buffet Estrela d’Alva Ltda.', 'Bom dia, orçamento para 180 convidados no dia 14/12, por favor.'],
  ['5581996550182', 'Dona Lurdes 🌻', 'Chegou tudo certinho, minha filha. Deus abençoe! 🙏'],
  ['5587999013377', 'Thiago Nascimento', 'Segue o comprovante'],
  ['5581994806614', 'Ana Beatriz & Otávio — Casamento 14/12', 'Fechado: 4 andares, 180 convidados'],
  ['5511972305519', '', 'Vocês entregam em São Paulo?'],
  ['5581987012255', 'Íris Gonçalves', 'Precisa de nota fiscal com CNPJ da escola'],
  ['5581993187402', 'Sebastião Cavalcanti de Melo Neto', 'Posso pagar metade no Pix e metade na entrega?'],
] as const;

export interface Shop {
  origin: string;
  email: string;
  password: string;
  ownerPassword: string;
  conversationId: string;
}

const oneTime = (note = '') => /[0-9a-z]{4}(?:-[0-9a-z]{4}){3}/.exec(note)?.[0] ?? '';

/** The first tenant as a busy shop: a linked simulated number, customers in every state, a team. Both one-time passwords are replaced. */
export async function fillShop(house: ControlPlaneProcess): Promise<Shop> {
  const origin = house.row('app')?.value ?? '';
  const admin = house.row('admin');
  const [password, ownerPassword] = ['uma senha só da loja', 'uma senha só da casa'];
  const owner = { email: house.row('owner')?.value ?? '', password: oneTime(house.row('owner')?.note) };
  const session = async (url: string, email: string, given: string, next: string, fetch?: typeof fetchLocal) => {
    const at = { url: `${url}/api/v1`, ...(fetch ? { fetch } : {}) };
    const { token } = await createApiClient(tenantContract, at).auth.signIn({ email, password: given, session: 'bearer' });
    const api = createApiClient(tenantContract, { ...at, headers: () => ({ authorization: `Bearer ${token}` }) });
    await api.auth.changePassword({ current: given, next });
    return api;
  };
  await session(house.origin, owner.email, owner.password, ownerPassword);
  const team = await session(origin, admin?.value ?? '', oneTime(admin?.note), password, fetchLocal);
  await team.brand.update({ companyName: 'Doce Aurora', primaryColor: '#2b59e0', secondaryColor: '#f0704a' });
  await team.users.create({ name: 'Marina Queiroz', email: 'marina@doceaurora.com.br' });

  const phone = house.row('phone')?.value ?? '';
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', origin };
    const answer = await fetchLocal(new Request(`${phone}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  };
  const [number] = (await team.instances.list()).items;
  if (!number) throw new Error('the first tenant has no number');
  await team.instances.link({ id: number.id });
  const offer = await until('a QR', async () => (await team.instances.get({ id: number.id })).link);
  await post('scan', { qr: offer.payload });
  await until('connected', async () => (await team.instances.get({ id: number.id })).status === 'CONECTADO');

  for (const [from, name, text] of PEOPLE) await post('messages', { from, ...(name ? { name } : {}), text });
  for (const [from, name] of PEOPLE.slice(1, 4)) await post('messages', { from, name, text: 'Alguém pode me ajudar?' });
  const all = await until('ten conversations', async () => {
    const { items } = await team.conversations.list({ limit: 50 });
    return items.length === PEOPLE.length && items.filter(({ state }) => state === 'awaiting_human').length === 3 ? items : null;
  });
  const idOf = (part: string) => all.find(({ contact }) => contact.name.includes(part))?.id ?? '';
  const conversationId = idOf('Maria Aparecida');
  await team.conversations.assume({ id: conversationId });
  await team.messages.send({
    conversationId,
    clientRef: 'shop-maria-1',
    text: 'Boa noite, Maria! 🎂 Para 20 pessoas, o de brigadeiro belga de 2 kg sai por R$ 189,90.',
  });
  await post('messages', { from: PEOPLE[0][0], name: PEOPLE[0][1], text: 'Pode ser! Dá pra pôr um unicórnio? 🦄' });
  await team.messages.send({
    conversationId,
    clientRef: 'shop-maria-2',
    text: 'Fazemos sim, por nossa conta. Para reservar é só o sinal de 50% no Pix: R$ 94,95.',
  });
  await team.messages.sendTo({ phone: '00012345678', clientRef: 'shop-wrong-1', text: 'Seu pedido saiu para entrega' });
  await team.conversations.close({ id: idOf('Lurdes') });
  return { origin, email: admin?.value ?? '', password, ownerPassword, conversationId };
}
