import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createBackground } from './background.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('repeats, never twice at a time, whatever fails, until it is stopped', async () => {
  const lines: string[] = [];
  const background = createBackground(pino({}, { write: (line: string) => void lines.push(line) }));
  let [runs, atOnce, most] = [0, 0, 0];
  background.every('count', 1, async () => {
    most = Math.max(most, ++atOnce);
    await pause(5);
    atOnce--;
    if (++runs === 2) throw new Error('kaputt');
  });
  let isDone = false;
  background.run('slow', async () => {
    await pause(60);
    isDone = true;
  });
  for (let waited = 0; runs < 4 && waited < 5000; waited += 5) await pause(5);
  await background.stop();
  const before = runs;
  await pause(20);
  expect({ isDone, most, more: runs - before }).toEqual({ isDone: true, most: 1, more: 0 });
  expect(before).toBeGreaterThan(2);
  expect(lines.filter((line) => line.includes('work in the background failed'))).toHaveLength(1);
});
