/** The result of `work`, or the rejection that `onLate` makes when it takes longer; the late result is dropped. */
export function withDeadline<T>(work: Promise<T>, deadlineMs: number, onLate: () => Error): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(onLate()), deadlineMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Waits for `work`, however it ends, but not longer than this. @returns whether it ended. */
export function settled(work: Promise<unknown>, deadlineMs: number): Promise<boolean> {
  return withDeadline(
    work.then(
      () => true,
      () => true,
    ),
    deadlineMs,
    () => new Error('late'),
  ).catch(() => false);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
