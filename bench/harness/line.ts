interface Line {
  bench: string;
  metric: string;
  value: number;
  unit: string;
  /** What we mean to reach, in words: `<= 8`. */
  aim?: string;
  /** What it is compared with, measured in this same run. */
  baseline?: number;
  ratio?: number;
  runs: number;
}

/** One result, as STYLE.md describes it; nothing else goes to standard output. */
export function print({ value, baseline, ...rest }: Line): void {
  const numbers = { value: round(value), ...(baseline === undefined ? {} : { baseline: round(baseline), ratio: round(value / baseline) }) };
  process.stdout.write(`${JSON.stringify({ ...rest, ...numbers })}\n`);
}

/** The value under which `share` (0 to 1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => quantile(samples, 0.5);

/** Milliseconds that each of `runs` calls took, one after another. */
export async function time(runs: number, call: (run: number) => unknown): Promise<number[]> {
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    await call(run);
    samples.push(performance.now() - from);
  }
  return samples;
}

const round = (value: number) => Math.round(value * 100) / 100;
