const shown = new WeakSet<Error>();

/** Remembers that a person has seen this error, so that nobody tells it twice. */
export function markShown(error: unknown): void {
  if (error instanceof Error) shown.add(error);
}

export const wasShown = (error: Error): boolean => shown.has(error);
