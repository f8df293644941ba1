// `npm start`: makes this machine ready, starts the database engine and the control plane, and stays until Ctrl-C.
import { join } from 'node:path';
import { canOpenBrowser, openBrowser } from './setup/browser.mjs';
import { serverEnv, startControlPlane } from './setup/control-plane.mjs';
import { expectRoom, openDataFolder, rememberEngine } from './setup/data-folder.mjs';
import { startEngine } from './setup/database.mjs';
import { devPorts, startDevWebs } from './setup/dev-webs.mjs';
import { printFailure, UserFailure } from './setup/failure.mjs';
import { parseOptions, usage } from './setup/options.mjs';
import { expectFreePort } from './setup/port.mjs';
import { expectUsableMachine, prepare } from './setup/prepare.mjs';
import { createReport, formatTable, seconds } from './setup/report.mjs';
import { createShutdown } from './setup/shutdown.mjs';

const beganAt = Date.now();
const report = createReport();
const shutdown = createShutdown(report);

async function main() {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return void console.log(usage);
  expectUsableMachine();
  shutdown.listen();
  const data = await openDataFolder(options.data);
  shutdown.add(null, data.close);
  await expectFreePorts(options);
  if (options.fresh) await data.empty();
  expectRoom(data.dir);

  const machine = await prepare(report, { madeWith: data.madeWith, withWebs: !options.dev });
  rememberEngine(data.dir, machine.engine.kind);
  const engine = await report.step('Database', async () => {
    const started = await startEngine(machine.engine, {
      dataDir: data.dir,
      runDir: data.runDir,
      logFile: join(data.dir, 'logs', 'database.log'),
    });
    shutdown.add('the database', started.stop);
    return { value: started, detail: started.adopted ? 'was still running' : undefined };
  });
  const server = await startControlPlane(report, { ...machine, data, port: options.port, uri: engine.uri, dev: options.dev });
  shutdown.add('the control plane', () => server.stop(10_000));
  const rows = [...server.ready.table];
  if (options.dev) rows.push(...(await addDevWebs(machine, data, server)));
  printTable(rows, server.logFile);
  if (options.open && canOpenBrowser() && rows[0]) openBrowser(rows[0].value);
  watch('control plane', server);
  watch('database', engine);
}

async function expectFreePorts(options) {
  await expectFreePort(options.port, 'choose another with `npm start -- --port N`');
  if (options.dev) for (const port of Object.values(devPorts)) await expectFreePort(port, 'free it for the web with hot reload');
}

async function addDevWebs(machine, data, server) {
  const devWebs = await startDevWebs(report, { node: machine.node, data, dev: server.ready.dev, env: serverEnv({}) });
  shutdown.add('the webs', devWebs.stop);
  return devWebs.rows;
}

function printTable(rows, logFile) {
  report.line();
  for (const line of formatTable([...rows, { label: 'Log', value: logFile }])) report.line(line);
  report.line(`\nReady in ${seconds(Date.now() - beganAt)}. Ctrl-C stops everything.`);
}

function watch(name, { exited }) {
  exited?.then(({ code, signal }) => {
    if (!shutdown.isStopping()) void end(new UserFailure(`The ${name} stopped by itself (${signal ?? `exit code ${code}`}).`));
  });
}

async function end(error) {
  if (shutdown.isStopping()) return; // what broke off because we are stopping isn't news
  report.pause();
  printFailure(error);
  await shutdown.stopAll();
  process.exit(1);
}

main().catch(end);
