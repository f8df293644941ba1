import { EngineKind, Id, line, Phone, procedure, SessionState } from '@chat-saas/contract';
import { z } from 'zod';

export const LinkOffer = z.object({
  method: z.enum(['qr', 'code']),
  /** QR: the text inside it. Code: eight characters. */
  payload: z.string(),
  expiresAt: z.string(),
});

export const Instance = z.object({
  id: z.string(),
  name: z.string(),
  engine: EngineKind,
  isDefault: z.boolean(),
  state: SessionState,
  /** The sources' words: CONECTADO, AGUARDANDO_QR, CONECTANDO, DESCONECTADO, ERRO. */
  status: z.enum(['CONECTADO', 'AGUARDANDO_QR', 'CONECTANDO', 'DESCONECTADO', 'ERRO']),
  since: z.string(),
  phone: z.string().nullable(),
  profileName: z.string().nullable(),
  /** 0 to 100 while syncing. */
  syncPercent: z.number().nullable(),
  /** Why it is not connected, as a stable code such as `unlinked_by_phone`; null when all is well. */
  reason: z.string().nullable(),
  nextAttemptAt: z.string().nullable(),
  link: LinkOffer.nullable(),
  lastInboundAt: z.string().nullable(),
  createdAt: z.string(),
});
export type Instance = z.infer<typeof Instance>;

const ById = z.object({ id: Id });
const ENGINE_UNAVAILABLE = { status: 503, message: 'This engine cannot run here: its browser is missing.' } as const;

export const instanceContract = {
  list: procedure({ access: 'agent' })
    .route({ method: 'GET', path: '/instances', summary: 'List the WhatsApp numbers', tags: ['Instances'] })
    .output(z.object({ items: z.array(Instance), maxInstances: z.number().nullable(), engines: z.array(EngineKind) })),
  get: procedure({ access: 'agent' })
    .route({ method: 'GET', path: '/instances/{id}', summary: 'One number, with its QR while it waits', tags: ['Instances'] })
    .input(ById)
    .output(Instance),
  create: procedure({ access: 'admin' })
    .route({ method: 'POST', path: '/instances', summary: 'Add a number', tags: ['Instances'], successStatus: 201 })
    .input(z.object({ name: line(60), engine: EngineKind.default('whatsapp-web') }))
    .output(Instance)
    .errors({ INSTANCE_LIMIT_REACHED: { status: 409, message: 'The plan allows no more numbers.' }, ENGINE_UNAVAILABLE }),
  update: procedure({ access: 'admin' })
    .route({ method: 'PUT', path: '/instances/{id}', summary: 'Rename a number or make it the default', tags: ['Instances'] })
    .input(ById.extend({ name: line(60), isDefault: z.boolean().optional() }))
    .output(Instance),
  remove: procedure({ access: 'admin' })
    .route({ method: 'DELETE', path: '/instances/{id}', summary: 'Unlink and remove a number; conversations stay', tags: ['Instances'] })
    .input(ById)
    .output(z.object({ removed: z.literal(true) })),
  link: procedure({ access: 'admin', perMinute: 20 })
    .route({
      method: 'PUT',
      path: '/instances/{id}/link',
      summary: 'Start the session and offer a fresh QR or a pairing code',
      tags: ['Instances'],
    })
    .input(ById.extend({ method: z.enum(['qr', 'code']).default('qr'), phone: Phone.optional() }))
    .output(Instance)
    .errors({
      ALREADY_LINKED: { status: 409, message: 'This number is already linked.' },
      ENGINE_UNAVAILABLE,
      PHONE_REQUIRED: { status: 400, message: 'A pairing code needs the phone number.' },
    }),
  restart: procedure({ access: 'admin', perMinute: 10 })
    .route({
      method: 'POST',
      path: '/instances/{id}/restart',
      summary: 'Stop and start the session; the link is kept',
      tags: ['Instances'],
    })
    .input(ById)
    .output(Instance)
    .errors({ ENGINE_UNAVAILABLE }),
  logout: procedure({ access: 'admin' })
    .route({ method: 'DELETE', path: '/instances/{id}/link', summary: 'Unlink the number', tags: ['Instances'] })
    .input(ById)
    .output(Instance),
};
