import { Agent, get } from 'node:http';
import { gzipSync } from 'node:zlib';
import { runControlPlane } from '../e2e/harness/control-plane-process.ts';
import { until } from '../e2e/harness/until.ts';
import { median, print, time } from './harness/line.ts';

const RUNS = 50;
const server = await runControlPlane();
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Opens an address of the edge as a browser does; it needn't know the tenant's host name by DNS. */
const open = (address: URL) =>
  new Promise<{ firstByteMs: number; status: number; location: string | undefined; body: Buffer }>((resolve, reject) => {
    const from = performance.now();
    const headers = { host: address.host, 'accept-encoding': 'gzip' };
    const sent = get({ agent, host: '127.0.0.1', port: address.port, path: address.pathname, headers }, async (response) => {
      const firstByteMs = performance.now() - from;
      const { statusCode: status = 0, headers } = response;
      resolve({ firstByteMs, status, location: headers.location, body: Buffer.concat(await response.toArray()) });
    });
    sent.once('error', reject);
  });

try {
  const link = server.row('connect')?.value;
  if (!link) throw new Error('the first start showed no connect link');
  const { location } = await open(new URL(link)); // from the panel's host to the tenant's own
  const address = new URL(location ?? link, link);
  const html = await until('a QR on the page', async () => {
    const { status, body } = await open(address);
    return status === 200 && body.includes('class="qr"') ? body.toString() : null;
  });
  print({
    bench: 'connect-page',
    metric: 'bytes before the QR: one answer, nothing else is loaded',
    value: gzipSync(html.slice(0, html.indexOf('class="qr"'))).length / 1024,
    unit: 'KB gzip',
    aim: '<= 30',
    runs: 1,
  });
  print({ bench: 'connect-page', metric: 'whole page with its QR', value: gzipSync(html).length / 1024, unit: 'KB gzip', runs: 1 });
  print({ bench: 'connect-page', metric: 'whole page as it is sent', value: Buffer.byteLength(html) / 1024, unit: 'KB', runs: 1 });
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
