import wweb, { type Client as WebClient } from 'whatsapp-web.js';
import type { ChromiumOptions } from './whatsapp-web-options.ts';

export type { Client as WebClient, Message as WebMessage } from 'whatsapp-web.js';

const { Client, LocalAuth } = wweb;

// The smallest browser that runs the page: GPU and network inside the browser process, nothing that calls home.
const leanArgs = [
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
  '--disable-features=Translate,BackForwardCache,AcceptCHFrame,MediaRouter,OptimizationHints,SpareRendererForSitePerProcess,AudioServiceOutOfProcess,IsolateOrigins,site-per-process',
  '--disable-site-isolation-trials',
  '--renderer-process-limit=1',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-breakpad',
  '--no-first-run',
  '--mute-audio',
  '--js-flags=--max-old-space-size=384',
];

/** Keeps the profile where it is: the library would delete it under the running browser when the phone unlinks. */
class KeptLocalAuth extends LocalAuth {
  override logout = async (): Promise<void> => {};
}

/** The folder that LocalAuth uses for this session. */
export function profileName(session: string): string {
  return `session-${session}`;
}

export function createClient(session: string, sessionsDir: string, chromium: ChromiumOptions): WebClient {
  const isRoot = process.getuid?.() === 0; // Chromium's sandbox refuses root
  return new Client({
    authStrategy: new KeptLocalAuth({ clientId: session, dataPath: sessionsDir }),
    webVersionCache: { type: 'none' },
    qrMaxRetries: 0,
    takeoverOnConflict: true,
    takeoverTimeoutMs: 10_000,
    authTimeoutMs: 60_000,
    puppeteer: {
      executablePath: chromium.executablePath,
      headless: chromium.executablePath.endsWith('headless-shell') ? 'shell' : true,
      pipe: true, // the browser ends when this process does, however it does
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      protocolTimeout: 120_000,
      args: [...(isRoot ? ['--no-sandbox'] : []), ...leanArgs, ...chromium.args],
    },
  });
}
