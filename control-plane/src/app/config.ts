import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { flag, loadConfig } from '@chat-saas/server/config';
import { z } from 'zod';

const jsonList = z.string().refine((text) => {
  try {
    return z.array(z.string()).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}, 'This is not a JSON list of texts.');

export const configSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3001).describe('Port of the panel and of every tenant’s host name'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 opens it to the network'),
  DATA_DIR: z.string().default('.data').describe('Folder for stacks, logs and keys'),
  MONGODB_URI: z.string().default('mongodb://127.0.0.1:27017').describe('Database server, without a database name'),
  CONTROL_DATABASE: z
    .string()
    .regex(/^[\w-]{1,38}$/)
    .default('chat_control')
    .describe('Name of the control plane’s own database'),
  REDIS_SERVER: z.string().default('redis-server').describe('Program that runs a stack’s Redis'),
  CHROMIUM: z.string().optional().describe('Chromium or chromium-headless-shell for whatsapp-web.js; without it only the simulator runs'),
  CHROMIUM_ARGS: jsonList.optional().describe('More Chromium flags, a JSON list'),
  BASE_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .default('localhost')
    .describe('Tenants answer at <slug>.<BASE_DOMAIN>'),
  PUBLIC_URL: z.url().optional().describe('Address of the panel, without a slash at the end; http://localhost:<PORT> where it is not set'),
  SMTP_URL: z.string().optional().describe('Mail server, such as smtp://user:password@host:587'),
  MAIL_FROM: z.string().default('Chat SaaS <no-reply@localhost>').describe('Sender of e-mails'),
  OWNER_EMAIL: z.string().trim().toLowerCase().min(3).default('owner@localhost').describe('Sign-in of the first owner'),
  FIRST_TENANT: flag(true).describe('Whether the first start makes a tenant to look at'),
  FIRST_TENANT_NAME: z.string().default('Loja Exemplo').describe('Name of that tenant'),
  TENANT_APP_MAIN: z.string().optional().describe('Program of a tenant’s app; the workspace’s own where it is not set'),
  MASTER_KEY_FILE: z
    .string()
    .optional()
    .describe('Key that seals the tenants’ secrets; <DATA_DIR>/master.key, made at first start, where it is not set'),
  SAVE_CLI_CONTEXT: flag(true).describe('Whether chat-cli of this user is told about this control plane'),
  XDG_CONFIG_HOME: z.string().optional().describe('Where chat-cli keeps its contexts; ~/.config where it is not set'),
  TRUST_PROXY: flag(false).describe('Whether a proxy in front sets X-Forwarded-*'),
  RATE_LIMITS: flag(true).describe('Limits of requests per minute'),
  LOG_LEVEL: z.string().default('info').describe('debug, info, warn or error'),
});
type Raw = z.infer<typeof configSchema>;
export type Config = Raw & Required<Pick<Raw, 'PUBLIC_URL' | 'TENANT_APP_MAIN' | 'MASTER_KEY_FILE' | 'XDG_CONFIG_HOME'>>;

/** @throws Error that names every wrong variable */
export function readConfig(env?: NodeJS.ProcessEnv): Config {
  const config = loadConfig(configSchema, env);
  const dataDir = resolve(config.DATA_DIR);
  return {
    ...config,
    DATA_DIR: dataDir,
    PUBLIC_URL: (config.PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/$/, ''),
    TENANT_APP_MAIN: config.TENANT_APP_MAIN ?? fileURLToPath(new URL('../../../tenant-app/src/main.ts', import.meta.url)),
    MASTER_KEY_FILE: config.MASTER_KEY_FILE ?? join(dataDir, 'master.key'),
    XDG_CONFIG_HOME: config.XDG_CONFIG_HOME ?? join(homedir(), '.config'),
  };
}

const PASSED_ON = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'NODE_ENV',
  'NODE_EXTRA_CA_CERTS',
  'NODE_COMPILE_CACHE',
  'FONTCONFIG_PATH',
];

/** The only variables of ours that a stack's processes see. */
export const inheritedEnv = (): Record<string, string> =>
  Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
