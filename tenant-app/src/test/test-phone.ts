import type { TestServer } from './test-server.ts';
import { until } from './until.ts';

/** A linked simulated number and the customer's side of it. */
export async function aLinkedNumber(server: TestServer, name = 'Loja') {
  const { ctx } = server;
  const created = await server.as('platform').post('/instances').send({ name, engine: 'simulator' });
  const instanceId: string = created.body.id;
  const { phone } = ctx.instances.engines;
  await server.as('platform').put(`/instances/${instanceId}/link`).send({ method: 'qr' });
  const offer = await until(() => phone.offer(instanceId));
  await phone.scan(instanceId, offer.payload);
  await until(async () => (await server.as('platform').get(`/instances/${instanceId}`)).body.state === 'ready');
  const customer = (from: string, name?: string) => ({
    from,
    writes: (text: string, id?: string) =>
      phone.customerSend({ instanceId, from, ...(name ? { name } : {}), content: { type: 'text', text }, ...(id ? { id } : {}) }),
    sends: (content: Parameters<typeof phone.customerSend>[0]['content']) =>
      phone.customerSend({ instanceId, from, ...(name ? { name } : {}), content }),
    /** What arrived on the customer's phone from the business, oldest first. */
    got: async () => (await phone.thread(instanceId, from)).filter((message) => message.direction === 'out'),
    views: () => phone.customerViewed(instanceId, from),
    conversation: async () => {
      const { body } = await server.as('platform').get('/conversations').query({ q: from, filter: 'all' });
      return body.items[0] as
        | {
            id: string;
            state: string;
            unread: number;
            contact: { id: string; name: string };
            lastMessage: { preview: string; receipt: string | null };
          }
        | undefined;
    },
  });
  return { instanceId, phone, customer };
}
