export interface TableRow {
  label: string;
  value: string;
  note?: string;
}

type Report =
  | { type: 'step'; name: string; status: 'running' | 'done' | 'failed'; durationMs?: number; detail?: string }
  | { type: 'ready'; table: TableRow[]; dev: { tenantOrigin: string; panelOrigin: string } };

/** Tells the program that started us, if there is one. */
export function tell(report: Report): void {
  process.send?.(report);
}

export interface Outcome {
  /** Shown beside the step. */
  detail: string;
  failed?: boolean;
}

/** Runs one step of the start and tells the launcher about it. */
export async function step(name: string, work: () => Promise<Outcome>): Promise<void> {
  const since = Date.now();
  tell({ type: 'step', name, status: 'running' });
  try {
    const { detail, failed } = await work();
    tell({ type: 'step', name, status: failed ? 'failed' : 'done', durationMs: Date.now() - since, detail });
  } catch (error) {
    tell({ type: 'step', name, status: 'failed', durationMs: Date.now() - since });
    throw error;
  }
}
