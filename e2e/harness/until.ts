/** Asks again until the answer is truthy; fails loudly after `timeoutMs`. Errors of asking count as "not yet". */
export async function until<T>(what: string, ask: () => T | Promise<T>, timeoutMs = 15_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`still not after ${timeoutMs} ms: ${what}${last ? ` (${last})` : ''}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
