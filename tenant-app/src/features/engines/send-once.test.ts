import { describe, expect, it } from '@jest/globals';
import { EngineError, notSent } from './engine-error.ts';
import { SendOnce } from './send-once.ts';

const result = { id: 'm1', acceptedAt: 1 };

describe('send once', () => {
  it('answers a repeated reference with the first result', async () => {
    const sends = new SendOnce();
    let count = 0;
    const send = async () => {
      count += 1;
      return result;
    };
    expect(await Promise.all([sends.run('a', send), sends.run('a', send)])).toEqual([result, result]);
    expect(await sends.run('a', send)).toBe(result);
    expect(count).toBe(1);
    expect(sends.hasId('m1')).toBe(true);
  });

  it('lets a reference be sent again only when it surely did not go out', async () => {
    const sends = new SendOnce();
    await expect(sends.run('a', () => Promise.reject(notSent('not_ready', 'later')))).rejects.toMatchObject({ code: 'not_ready' });
    expect(await sends.run('a', async () => result)).toEqual(result);
    const unknown = new EngineError({ code: 'timeout', message: 'late', outcome: 'unknown' });
    await expect(sends.run('b', () => Promise.reject(unknown))).rejects.toBe(unknown);
    await expect(sends.run('b', async () => result)).rejects.toBe(unknown);
    sends.settle('b', null);
    expect(await sends.run('b', async () => result)).toEqual(result);
    await expect(sends.run('c', () => Promise.reject(unknown))).rejects.toBe(unknown);
    sends.settle('c', { id: 'found', acceptedAt: 2 });
    expect(await sends.run('c', async () => result)).toEqual({ id: 'found', acceptedAt: 2 });
  });
});
