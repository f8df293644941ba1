// npm and the terminal may both deliver one Ctrl-C: what comes at once is the same one
const sameSignalMs = 1_000;

/** Stops what was started, last first, once, on Ctrl-C or SIGTERM; another Ctrl-C later on stops waiting. */
export function createShutdown(report, { now = Date.now } = {}) {
  const stops = [];
  let running;
  let signalledAt;

  /** Registers how to stop a part; one without a name is stopped without a word. */
  function add(name, stop) {
    stops.push({ name, stop });
  }

  async function stopEach() {
    for (const { name, stop } of stops.reverse()) {
      if (name === null) await stop();
      else await report.step(`Stopping ${name}`, async () => void (await stop()));
    }
  }

  function stopAll() {
    running ??= stopEach();
    return running;
  }

  /** Answers signals; `onStopped` gets the exit code. */
  function listen(onStopped = (code) => process.exit(code)) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => answer(onStopped));
  }

  function answer(onStopped) {
    if (signalledAt === undefined) {
      signalledAt = now();
      report.line();
      stopAll().then(
        () => onStopped(0),
        (error) => {
          console.error(error);
          onStopped(1);
        },
      );
    } else if (now() - signalledAt > sameSignalMs) process.exit(130);
  }

  return { add, stopAll, listen, isStopping: () => running !== undefined };
}
