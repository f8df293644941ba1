import type { Operation } from '../api/types.ts';
import { formatDuration } from '../output/duration.ts';
import { type Colors, plain, words } from '../output/style.ts';

type Step = Operation['steps'][number];
const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const BAR_WIDTH = 20;

/** The lines of a running operation for a terminal `columns` wide. `frame` counts up and turns the wheel. */
export function renderProgress(operation: Operation, view: { now: number; columns: number; frame: number; colors: Colors }): string[] {
  const { now, columns, frame, colors } = view;
  const { steps } = operation;
  const done = steps.filter(({ status }) => status !== 'pending' && status !== 'running').length;
  const filled = steps.length === 0 ? 0 : Math.round((done / steps.length) * BAR_WIDTH);
  const bar = `${colors.green('█'.repeat(filled))}${colors.dim('░'.repeat(BAR_WIDTH - filled))}`;
  const since = operation.startedAt ?? operation.createdAt;
  const elapsed = formatDuration(Math.max(0, (operation.finishedAt ? Date.parse(operation.finishedAt) : now) - Date.parse(since)));
  const lines = steps.map((step) => `${markOf(step, frame, colors)} ${clip(stepText(step, now), columns - 2)}`);
  return [...lines, `${bar} ${done}/${steps.length} ${colors.dim(elapsed)}`];
}

/** The same step as one plain line, for logs; null while there is nothing new to say. */
export function stepLine(step: Step): string | null {
  if (step.status === 'pending' || step.status === 'running') return null;
  return `${MARKS[step.status]} ${stepText(step, 0)}`;
}

const MARKS = { succeeded: '✓', failed: '✗', skipped: '-', undone: '↺', pending: '·', running: '…' } as const;

function markOf({ status }: Step, frame: number, colors: Colors): string {
  if (status === 'running') return colors.cyan(SPINNER[frame % SPINNER.length] ?? '');
  if (status === 'succeeded') return colors.green(MARKS.succeeded);
  return status === 'failed' ? colors.red(MARKS.failed) : colors.dim(MARKS[status]);
}

function stepText(step: Step, now: number): string {
  const { name, status, startedAt, durationMs, attempts, detail, error } = step;
  const ms = durationMs ?? (status === 'running' && startedAt ? Math.max(0, now - Date.parse(startedAt)) : null);
  const parts = [words(name)];
  if (status === 'undone') parts.push('(undone)');
  if (ms !== null) parts.push(formatDuration(ms));
  if (attempts > 1) parts.push(`(attempt ${attempts})`);
  const remark = error ?? detail;
  return plain(remark ? `${parts.join('  ')}  ${remark}` : parts.join('  ')).replace(/\s*\n\s*/g, ' ');
}

const clip = (text: string, width: number) => {
  const chars = [...text];
  return width > 1 && chars.length > width ? `${chars.slice(0, width - 1).join('')}…` : text;
};
