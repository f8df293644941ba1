import { SessionHosts, type SessionHostsOptions } from '../session-hosts.ts';

// A whole app that runs one session, to be killed by a test; tells the session processes' ids when it is ready.
const { session, ...options } = JSON.parse(process.env.CONFIG ?? '{}') as { session: string } & Pick<
  SessionHostsOptions,
  'sessionsDir' | 'chromium'
>;
const quiet = () => undefined;
const hosts = new SessionHosts({ ...options, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });
const engine = hosts.createEngine(session);
engine.onEvent((event) => {
  if (event.t === 'state' && event.state === 'ready') process.send?.(hosts.pids());
});
await engine.start();
