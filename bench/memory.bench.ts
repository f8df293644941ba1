import { readdirSync, readFileSync } from 'node:fs';
import { startWhatsAppWeb } from '@chat-saas/stand-ins/whatsapp-web/whatsapp-web';
import { runControlPlane } from '../e2e/harness/control-plane-process.ts';
import { tenantApp } from '../e2e/harness/tenant-app-process.ts';
import { until } from '../e2e/harness/until.ts';
import { print } from './harness/line.ts';

const SETTLE_MS = 8000;
const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

interface Proc {
  pid: number;
  parent: number;
  pssMb: number;
  args: string;
}

/** Proportional set size: shared pages count once over all who share them. Linux only. */
function processes(): Proc[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const pssKb = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return [
          { pid: Number(name), parent, pssMb: pssKb / 1024, args: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') },
        ];
      } catch {
        return []; // it ended meanwhile
      }
    });
}

function familyOf(pid: number, all: Proc[]): Proc[] {
  const family = new Set([pid]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const one of all) if (family.has(one.parent) && !family.has(one.pid)) grown = Boolean(family.add(one.pid));
  }
  return all.filter((one) => family.has(one.pid));
}
const sum = (procs: Proc[]) => procs.reduce((total, one) => total + one.pssMb, 0);

const server = await runControlPlane();
await settle();
const family = familyOf(server.child.pid ?? 0, processes());
const own = family.filter((one) => one.pid === server.child.pid);
const engine = processes().filter((one) => /ferretdb|postgres/.test(one.args));
print({ bench: 'memory', metric: 'control plane, PSS', value: sum(own), unit: 'MB', aim: '< 150', runs: 1 });
print({
  bench: 'memory',
  metric: 'idle stack: app and Redis, PSS',
  value: sum(family) - sum(own),
  unit: 'MB',
  aim: '<= 120 with its share of the engine',
  runs: 1,
});
print({ bench: 'memory', metric: 'database engine, PSS, shared by the stacks here', value: sum(engine), unit: 'MB', runs: 1 });
await server.discard();

const whatsapp = await startWhatsAppWeb();
const app = await tenantApp({ CHROMIUM: process.env.CHROMIUM ?? '', CHROMIUM_ARGS: JSON.stringify(whatsapp.chromiumArgs) });
try {
  await app.start();
  await settle();
  const alone = sum(familyOf(app.pid, processes()));
  const { id } = await app.api.instances.create({ name: 'Loja', engine: 'whatsapp-web' });
  await app.api.instances.link({ id });
  const offer = await until('a QR', async () => (await app.api.instances.get({ id })).link, 60_000);
  whatsapp.control.scan({ qr: offer.payload, phone: '5511999990000' });
  await until('connected', async () => (await app.api.instances.get({ id })).state === 'ready', 60_000);
  await settle();
  print({
    bench: 'memory',
    metric: 'one linked whatsapp-web.js session (host and browser), PSS',
    value: sum(familyOf(app.pid, processes())) - alone,
    unit: 'MB',
    runs: 1,
  });
} finally {
  await app.discard();
  await whatsapp.close();
}
