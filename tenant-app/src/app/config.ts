import { ENTITLEMENT_DEFAULTS, Entitlements } from '@chat-saas/contract';
import { flag, loadConfig } from '@chat-saas/server/config';
import { z } from 'zod';

const json = <T extends z.ZodType>(schema: T) =>
  z.string().transform((text, issue) => {
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      issue.addIssue({ code: 'custom', message: 'This is not the JSON that is expected here.' });
      return z.NEVER;
    }
  });

export const configSchema = z.object({
  TENANT_ID: z
    .string()
    .regex(/^[a-z][0-9a-z]{11}$/)
    .describe('12 characters that name this tenant; its database is chat_<TENANT_ID>'),
  TENANT_NAME: z.string().default('Chat System').describe('Company name until the brand is edited'),
  LISTEN: z.string().default('3100').describe('Port of the loopback, host:port, or the path of a Unix socket'),
  PUBLIC_URL: z.url().default('http://localhost:3100').describe('Address that people open, without a slash at the end'),
  PANEL_URL: z
    .url()
    .default('http://localhost:3001')
    .describe('Address of the control plane, where /client/<token> leads to this stack too'),
  MONGODB_URI: z.string().default('mongodb://127.0.0.1:27017').describe('Database server, without a database name'),
  REDIS_URL: z.string().default('redis://127.0.0.1:6379').describe('redis://… or the path of a Unix socket'),
  DATA_DIR: z.string().default('.data/tenant').describe('Folder for uploads and WhatsApp sessions'),
  SESSION_SECRET: z
    .string()
    .min(32, 'At least 32 characters.')
    .describe('Signs CSRF tokens; each stack has its own. Or SESSION_SECRET_FILE'),
  PLATFORM_TOKEN: z.string().min(32, 'At least 32 characters.').describe('Lets the control plane in. Or PLATFORM_TOKEN_FILE'),
  WHITE_LABEL_CONFIG: json(Entitlements)
    .default(ENTITLEMENT_DEFAULTS)
    .describe('JSON with planId, planName, limits and features at first start; the control plane changes them later'),
  LOGO_URL: z.string().optional().describe('Logo until one is uploaded'),
  PRIMARY_COLOR: z.string().default('#4f46e5').describe('First brand colour until it is edited'),
  SECONDARY_COLOR: z.string().default('#7c3aed').describe('Second brand colour until it is edited'),
  CHROMIUM: z.string().optional().describe('Chromium or chromium-headless-shell for whatsapp-web.js; without it only the simulator runs'),
  CHROMIUM_ARGS: json(z.array(z.string())).default([]).describe('More Chromium flags, a JSON list'),
  SESSIONS_PER_HOST: z.coerce.number().int().min(1).max(5).default(3).describe('WhatsApp Web sessions in one child process'),
  SIMULATOR: flag(true).describe('Whether simulated numbers may be made'),
  SMTP_URL: z.string().optional().describe('Mail server, such as smtp://user:password@host:587'),
  MAIL_FROM: z.string().default('Chat <no-reply@localhost>').describe('Sender of e-mails'),
  MAX_UPLOAD_MB: z.coerce.number().min(1).max(100).default(16).describe('Largest file that may be sent'),
  TRUST_PROXY: flag(true).describe('Whether the edge in front sets X-Forwarded-*'),
  RATE_LIMITS: flag(true).describe('Limits of requests per minute'),
  LOG_LEVEL: z.string().default('info').describe('debug, info, warn or error'),
});
export type Config = z.infer<typeof configSchema>;

export const readConfig = (env?: NodeJS.ProcessEnv): Config => loadConfig(configSchema, env);
