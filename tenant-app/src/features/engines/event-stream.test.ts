import { describe, expect, it } from '@jest/globals';
import type { EngineEvent } from './engine-events.ts';
import { EventStream } from './event-stream.ts';

const event = (seq: number): EngineEvent => ({ t: 'sync', percent: seq, session: 's', seq, at: 0 });
const never = () => {
  throw new Error('nothing should be dropped');
};

describe('event stream', () => {
  it('gives events one at a time, in order, and settles when they are accepted', async () => {
    const stream = new EventStream(never);
    const seen: string[] = [];
    stream.subscribe(async ({ seq }) => {
      seen.push(`begin ${seq}`);
      await new Promise((resolve) => setTimeout(resolve, 10 - seq));
      seen.push(`end ${seq}`);
    });
    await Promise.all([1, 2, 3].map((seq) => stream.push(event(seq))));
    expect(seen).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
  });

  it('gives a refused event again before the next one', async () => {
    const stream = new EventStream(never);
    const seen: number[] = [];
    let refusals = 2;
    stream.subscribe(({ seq }) => {
      seen.push(seq);
      if (seq === 1 && refusals-- > 0) throw new Error('the database is away');
    });
    await Promise.all([stream.push(event(1)), stream.push(event(2))]);
    expect(seen).toEqual([1, 1, 1, 2]);
  });

  it('lets lanes go side by side, and what has none waits for all and is waited for', async () => {
    const stream = new EventStream(never);
    const seen: string[] = [];
    stream.subscribe(
      async ({ seq }) => {
        seen.push(`begin ${seq}`);
        await new Promise((resolve) => setTimeout(resolve, seq === 1 ? 30 : 5));
        seen.push(`end ${seq}`);
      },
      ({ seq }) => ({ 1: 'a', 2: 'b', 3: 'a', 5: 'b' })[seq] ?? null,
    );
    await Promise.all([1, 2, 3, 4, 5].map((seq) => stream.push(event(seq))));
    expect(seen).toEqual(['begin 1', 'begin 2', 'end 2', 'end 1', 'begin 3', 'end 3', 'begin 4', 'end 4', 'begin 5', 'end 5']);
  });

  it('does not wait for a subscriber that was ended, or when there is none', async () => {
    const stream = new EventStream(never);
    await stream.push(event(1));
    const end = stream.subscribe(() => Promise.reject(new Error('always')));
    const pushed = Promise.all([stream.push(event(2)), stream.push(event(3))]);
    end();
    await pushed;
  });
});
