import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { startWhatsAppWeb } from '@chat-saas/stand-ins/whatsapp-web/whatsapp-web';
import { runControlPlane } from '../e2e/harness/control-plane-process.ts';
import { tenantApp } from '../e2e/harness/tenant-app-process.ts';
import { until } from '../e2e/harness/until.ts';
import { print } from './harness/line.ts';

const SETTLE_MS = 8000;
const STACKS = 3;
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

/** The database engine of this run: what names the folder of its socket, and its children. None where it isn't ours to look at. */
function engineOf(all: Proc[]): Proc[] {
  const socket = decodeURIComponent(new URL(process.env.TEST_MONGODB_URI ?? '').hostname);
  if (!socket.startsWith('/')) return [];
  const named = all.filter(({ args }) => args.includes(dirname(socket)) && /start-engine|ferretdb|mongod/.test(args));
  return [...new Set(named.flatMap(({ pid }) => familyOf(pid, all)))];
}

const server = await runControlPlane({ env: { FIRST_TENANT: 'false' } });
try {
  await settle();
  const before = processes();
  const engineBefore = sum(engineOf(before));
  const alone = sum(familyOf(server.child.pid ?? 0, before));
  const names = Array.from({ length: STACKS }, (_, i) => `Loja ${i + 1}`);
  for (const name of names) await server.api.tenants.create({ name, plan: 'professional' });
  await until(
    'every stack ready',
    async () => (await server.api.tenants.list({ status: 'active', limit: STACKS })).total === STACKS,
    60_000,
  );
  await settle();
  const after = processes();
  const family = familyOf(server.child.pid ?? 0, after);
  const own = sum(family.filter(({ pid }) => pid === server.child.pid));
  const engineGrowth = sum(engineOf(after)) - engineBefore;
  print({ bench: 'memory', metric: 'control plane without tenants, PSS', value: alone, unit: 'MB', aim: '< 150', runs: 1 });
  print({ bench: 'memory', metric: `control plane with ${STACKS} tenants, PSS`, value: own, unit: 'MB', aim: '< 150', runs: 1 });
  print({
    bench: 'memory',
    metric: `one idle stack of ${STACKS}: app, Redis and what it adds to the database engine, PSS`,
    value: (sum(family) - own + engineGrowth) / STACKS,
    unit: 'MB',
    aim: '<= 120',
    runs: STACKS,
  });
  print({ bench: 'memory', metric: 'of it in the database engine', value: engineGrowth / STACKS, unit: 'MB', runs: STACKS });
  print({ bench: 'memory', metric: 'database engine without tenants, PSS', value: engineBefore, unit: 'MB', runs: 1 });
} finally {
  await server.discard();
}

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
