import type { Operation } from '../api/types.ts';
import type { Output } from '../output/output.ts';
import { renderProgress, stepLine } from './progress.ts';
import { stepOf } from './shapes.ts';

const FRAME_MS = 100;
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

export interface ProgressDisplay {
  show(operation: Operation): void;
  end(): void;
}

/** How an operation is followed: redrawn on a terminal, line by line elsewhere, events with `--ndjson`, nothing with `--json`. */
export function progressDisplay(out: Output): ProgressDisplay {
  return out.mode === 'ndjson' ? eventStream(out) : out.canRedraw ? redrawn(out) : plainLines(out);
}

function redrawn(out: Output): ProgressDisplay {
  let latest: Operation | null = null;
  let frame = 0;
  let drawn = 0;
  const draw = () => {
    if (!latest) return;
    const columns = process.stderr.columns || 80;
    const lines = renderProgress(latest, { now: Date.now(), columns, frame: frame++, colors: out.errColors });
    process.stderr.write(`${drawn > 0 ? `\u001b[${drawn}A` : HIDE_CURSOR}${lines.map((line) => `\u001b[2K${line}\n`).join('')}`);
    drawn = lines.length;
  };
  const timer = setInterval(draw, FRAME_MS);
  return {
    show(operation) {
      latest = operation;
      draw();
    },
    end() {
      clearInterval(timer);
      draw();
      process.stderr.write(SHOW_CURSOR);
    },
  };
}

function plainLines(out: Output): ProgressDisplay {
  const said = new Set<string>();
  return {
    show({ steps }) {
      for (const step of steps) {
        const line = stepLine(step);
        const key = `${step.name}:${step.status}`;
        if (!line || said.has(key)) continue;
        said.add(key);
        out.note(line);
      }
    },
    end() {},
  };
}

function eventStream(out: Output): ProgressDisplay {
  const seen = new Map<string, string>();
  const changed = (key: string, value: string) => seen.get(key) !== value && Boolean(seen.set(key, value));
  return {
    show({ id, kind, tenantId, status, steps }) {
      const tellStatus = () => {
        if (changed('', status)) out.event('operation', { operation: { id, kind, tenantId, status } });
      };
      if (seen.size === 0) tellStatus();
      for (const step of steps)
        if (changed(step.name, `${step.status}/${step.attempts}`)) out.event('step', { operationId: id, step: stepOf(step) });
      tellStatus(); // how it ended comes after its last step
    },
    end() {},
  };
}
