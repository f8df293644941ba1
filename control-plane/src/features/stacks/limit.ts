/** Runs at most `most` at a time; the others wait in order. */
export function createLimit(most: number) {
  const queue: (() => void)[] = [];
  let running = 0;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= most) await new Promise<void>((resolve) => queue.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next)
        next(); // the place goes on to who waited longest
      else running--;
    }
  };
}
