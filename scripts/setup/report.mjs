const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Prints steps with their durations. On a terminal the running steps share one live line at the bottom; elsewhere
 * every step prints a line when it begins something slow and one when it ends.
 */
export function createReport({ out = process.stdout, tty = Boolean(out.isTTY), now = Date.now } = {}) {
  const running = new Map();
  let timer;

  function clearLive() {
    if (tty) out.write('\r\x1b[2K');
  }
  function drawLive() {
    const frame = frames[Math.floor(now() / 100) % frames.length];
    const parts = [...running].map(([name, { startedAt, doing }]) => `${doing ?? name} ${seconds(now() - startedAt)}`);
    out.write(`\r\x1b[2K${`${frame} ${parts.join(' · ')}`.slice(0, (out.columns ?? 100) - 1)}`);
  }
  function tick() {
    if (!tty || timer) return;
    timer = setInterval(drawLive, 100);
    timer.unref();
  }
  function line(text = '') {
    clearLive();
    out.write(`${text}\n`);
  }

  const report = {
    line,
    begin(name) {
      if (!running.has(name)) running.set(name, { startedAt: now() });
      tick();
    },
    /** Says what a running step is busy with: only worth it when it takes seconds. */
    doing(name, text) {
      const step = running.get(name);
      if (step) step.doing = text;
      if (!tty) line(`… ${text}`);
    },
    end(name, status, detail, durationMs) {
      const startedAt = running.get(name)?.startedAt ?? now();
      running.delete(name);
      const mark = status === 'failed' ? '✗' : '✓';
      line(`${mark} ${name} (${seconds(durationMs ?? now() - startedAt)})${detail ? `: ${detail}` : ''}`);
      if (running.size === 0) report.pause();
    },
    pause() {
      clearInterval(timer);
      timer = undefined;
      clearLive();
    },
    /** Runs one step; `work` gets a function that says what it's doing and may return a detail to print. */
    async step(name, work) {
      report.begin(name);
      try {
        const result = await work((text) => report.doing(name, text));
        report.end(name, 'done', result?.detail);
        return result?.value;
      } catch (error) {
        report.end(name, 'failed');
        throw error;
      }
    },
  };
  return report;
}

export function seconds(durationMs) {
  return `${(durationMs / 1000).toFixed(durationMs < 9950 ? 1 : 0)} s`;
}

/** Rows `{ label, value, note? }` as aligned lines. */
export function formatTable(rows) {
  const width = Math.max(0, ...rows.map((row) => [...row.label].length));
  return rows.map(({ label, value, note }) => `  ${label.padEnd(width)}  ${value}${note ? `  (${note})` : ''}`);
}
