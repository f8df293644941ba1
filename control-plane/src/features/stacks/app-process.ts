import type { ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import { z } from 'zod';
import { inheritedEnv } from '../../app/config.ts';
import { startChild } from './child-process.ts';
import type { StackSpec } from './stack-driver.ts';
import type { StackPlaces } from './stack-folders.ts';

/** What every stack's app on this machine is told alike. */
export interface AppSettings {
  main: string;
  panelUrl: string;
  chromium: string | null;
  chromiumArgs: string | null;
  mailFrom: string;
  rateLimits: boolean;
  logLevel: string;
}

/** Small young generation and lean code: a third less memory for an idle app. */
const NODE_FLAGS = ['--max-semi-space-size=1', '--optimize-for-size'];

const Told = z.union([z.object({ type: z.literal('ready') }), z.object({ type: z.literal('fatal'), message: z.string() })]);

export interface AppProcess {
  child: ChildProcess;
  /** Settles once: the app listens, or it ended before it did. */
  ready: Promise<void>;
  isReady: boolean;
}

/** Starts a stack's app; it dies with us. Secrets reach it as files. @throws Error in one sentence */
export async function startAppProcess(settings: AppSettings, spec: StackSpec, places: StackPlaces): Promise<AppProcess> {
  const child = await startChild({
    program: process.execPath,
    args: [...NODE_FLAGS, settings.main],
    cwd: places.home,
    env: envOf(settings, spec, places),
    logFile: places.logs.app,
    pidFile: places.pids.app,
    ipc: true,
  });
  const app: AppProcess = { child, ready: whenReady(child), isReady: false };
  app.ready.then(
    () => {
      app.isReady = true;
    },
    () => undefined, // told to whoever waits for `ready`
  );
  return app;
}

function whenReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let sentence = '';
    child.on('message', (message) => {
      const told = Told.safeParse(message);
      if (told.data?.type === 'ready') resolve();
      if (told.data?.type === 'fatal') sentence = told.data.message;
    });
    child.once('exit', (code, signal) =>
      reject(new Error(`The app ended while starting (${signal ?? `exit code ${code}`})${sentence ? `: ${sentence}` : '.'}`)),
    );
  });
}

function envOf(settings: AppSettings, spec: StackSpec, places: StackPlaces): Record<string, string> {
  return {
    ...inheritedEnv(),
    TENANT_ID: spec.tenantId,
    TENANT_NAME: spec.name,
    LISTEN: places.sockets.app,
    PUBLIC_URL: spec.publicUrl,
    PANEL_URL: settings.panelUrl,
    REDIS_URL: places.sockets.redis,
    DATA_DIR: places.app,
    WHITE_LABEL_CONFIG: JSON.stringify(spec.entitlements),
    MAIL_FROM: settings.mailFrom,
    TRUST_PROXY: 'true',
    RATE_LIMITS: String(settings.rateLimits),
    LOG_LEVEL: settings.logLevel,
    ...(settings.chromium ? { CHROMIUM: settings.chromium } : {}),
    ...(settings.chromiumArgs ? { CHROMIUM_ARGS: settings.chromiumArgs } : {}),
    ...Object.fromEntries(secretFilesOf(places).map(({ variable, file }) => [`${variable}_FILE`, file])),
  };
}

/** Which secret goes into which file, and under which name the app finds it. */
export const secretFilesOf = (places: StackPlaces) =>
  (['SESSION_SECRET', 'PLATFORM_TOKEN', 'MONGODB_URI', 'SMTP_URL'] as const).map((variable) => ({
    variable,
    file: `${places.secrets}/${variable.toLowerCase().replaceAll('_', '-')}`,
  }));

/** Status of `GET /health`; null when nothing answers in time. */
export function healthOf(socketPath: string, timeoutMs = 3000): Promise<number | null> {
  return new Promise((resolve) => {
    const ask = request({ socketPath, path: '/health', headers: { host: 'stack' }, timeout: timeoutMs, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? null);
    });
    ask.on('timeout', () => ask.destroy(new Error('timeout')));
    ask.on('error', () => resolve(null));
    ask.end();
  });
}
