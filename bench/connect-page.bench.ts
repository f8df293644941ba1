import { Agent, get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { runControlPlane } from '../e2e/harness/control-plane-process.ts';
import { until } from '../e2e/harness/until.ts';
import { median, print, time } from './harness/line.ts';

const RUNS = 50;
const server = await runControlPlane();
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

interface Opened {
  firstByteMs: number;
  status: number;
  location: string | undefined;
  sentBytes: number;
  text: string;
}

/** Opens an address of the edge as a browser does; it needn't know the tenant's host name by DNS. */
const open = (address: URL) =>
  new Promise<Opened>((resolve, reject) => {
    const from = performance.now();
    const headers = { host: address.host, 'accept-encoding': 'gzip' };
    const sent = get({ agent, host: '127.0.0.1', port: address.port, path: address.pathname, headers }, async (response) => {
      const firstByteMs = performance.now() - from;
      const { statusCode: status = 0, headers } = response;
      const sent = Buffer.concat(await response.toArray());
      const text = (headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent).toString();
      resolve({ firstByteMs, status, location: headers.location, sentBytes: sent.length, text });
    });
    sent.once('error', reject);
  });

try {
  const link = server.row('connect')?.value;
  if (!link) throw new Error('the first start showed no connect link');
  const { location } = await open(new URL(link)); // from the panel's host to the tenant's own
  const address = new URL(location ?? link, link);
  const page = await until('a QR on the page', async () => {
    const opened = await open(address);
    return opened.status === 200 && opened.text.includes('class="qr"') ? opened : null;
  });
  print({
    bench: 'connect-page',
    metric: 'bytes before the QR shows: the whole page, as it is sent; nothing else is loaded',
    value: page.sentBytes / 1024,
    unit: 'KB gzip',
    aim: '<= 30',
    runs: 1,
  });
  print({ bench: 'connect-page', metric: 'the same page unpacked', value: Buffer.byteLength(page.text) / 1024, unit: 'KB', runs: 1 });
  const health = await time(RUNS, () => open(new URL('/health', address)));
  const first: number[] = [];
  for (let run = 0; run < RUNS; run++) first.push((await open(address)).firstByteMs);
  print({
    bench: 'connect-page',
    metric: 'time to first byte through the edge, median',
    value: median(first),
    unit: 'ms',
    baseline: median(health),
    runs: RUNS,
  });
} finally {
  agent.destroy();
  await server.discard();
}
