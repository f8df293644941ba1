import { createControl, type WhatsAppWebControl } from './control.ts';
import { Network } from './network.ts';
import { StateFolder } from './state-folder.ts';
import { close, createControlServer, createWebServer, listen } from './web-server.ts';

export interface WhatsAppWebTimings {
  /** One QR is replaced by the next after this long … */
  refMs: number;
  /** … and after so many of them the page goes idle, as the real one does. */
  maxRefs: number;
  syncMs: number;
  /** Before the page's modules are there; a large value is a page that never boots. */
  bootMs: number;
  /** Between the end of the sync and the messages that waited; 0 like the real page: they land before the library listens. */
  offlineAfterMs: number;
  version: string;
}

export interface WhatsAppWebOptions extends Partial<WhatsAppWebTimings> {
  /** 0: any free port. */
  httpsPort?: number;
  controlPort?: number;
  /** Devices, messages, media and the certificate are kept here over restarts; null: in memory. */
  stateDir?: string | null;
}

export interface WhatsAppWeb {
  control: WhatsAppWebControl;
  /** The same over HTTP. */
  controlUrl: string;
  port: number;
  /** Lead Chromium's https://web.whatsapp.com here, and nowhere else. */
  chromiumArgs: string[];
  close(): Promise<void>;
}

const host = 'web.whatsapp.com';

/** Starts a stand-in for the WhatsApp Web page and server that the unmodified whatsapp-web.js runs against. */
export async function startWhatsAppWeb(options: WhatsAppWebOptions = {}): Promise<WhatsAppWeb> {
  const { httpsPort = 0, controlPort = 0, stateDir = null, ...timings } = options;
  const state = new StateFolder(stateDir, host);
  const network = new Network(state, {
    refMs: 20_000,
    maxRefs: 6,
    syncMs: 600,
    bootMs: 0,
    offlineAfterMs: 0,
    version: '2.3000.9999999999',
    ...timings,
  });
  const control = createControl(network);
  const [web, controlServer] = [createWebServer(network), createControlServer(control)];
  const [port, controlOn] = [await listen(web, httpsPort), await listen(controlServer, controlPort)];
  return {
    control,
    controlUrl: `http://127.0.0.1:${controlOn}`,
    port,
    chromiumArgs: [
      `--host-resolver-rules=MAP ${host} 127.0.0.1:${port}, MAP * ~NOTFOUND , EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${state.certificate.spki}`,
    ],
    async close() {
      network.close();
      await Promise.all([close(web), close(controlServer)]);
      state.flush();
    },
  };
}
