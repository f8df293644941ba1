import { gzipSync } from 'node:zlib';
import { runControlPlane } from '../e2e/harness/control-plane-process.ts';
import { until } from '../e2e/harness/until.ts';
import { median, print, time } from './harness/line.ts';

const RUNS = 50;
const server = await runControlPlane();
try {
  const link = server.row('connect')?.value;
  if (!link) throw new Error('the first start showed no connect link');
  const page = () => fetch(link, { headers: { 'accept-encoding': 'gzip' } });
  await page();
  const html = await until('a QR on the page', async () => {
    const text = await (await page()).text();
    return text.includes('class="qr"') ? text : null;
  });
  const before = html.slice(0, html.indexOf('class="qr"'));
  print({
    bench: 'connect-page',
    metric: 'bytes before the QR',
    value: gzipSync(before).length / 1024,
    unit: 'KB gzip',
    aim: '<= 30',
    runs: 1,
  });
  print({ bench: 'connect-page', metric: 'whole page', value: gzipSync(html).length / 1024, unit: 'KB gzip', runs: 1 });
  const health = median(await time(RUNS, async () => (await fetch(`${new URL(link).origin}/health`)).text()));
  const first = await time(RUNS, async () => {
    const response = await page();
    await response.body?.cancel();
  });
  print({ bench: 'connect-page', metric: 'time to first byte, median', value: median(first), unit: 'ms', baseline: health, runs: RUNS });
} finally {
  await server.discard();
}
