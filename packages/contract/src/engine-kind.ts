import { z } from 'zod';

/** How an instance reaches WhatsApp. `simulator` is for demonstration and tests: it never leaves the stack. */
export const EngineKind = z.enum(['simulator', 'whatsapp-web']);
export type EngineKind = z.infer<typeof EngineKind>;

/** One vocabulary of session states for every engine. */
export const SessionState = z.enum([
  'stopped',
  'starting',
  'awaiting_link',
  'syncing',
  'ready',
  'degraded',
  'backoff',
  'logged_out',
  'blocked',
  'failed',
]);
export type SessionState = z.infer<typeof SessionState>;
