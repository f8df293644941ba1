import { expect, it } from '@jest/globals';
import { createSealer } from './seal.ts';

const sealer = createSealer(Buffer.alloc(32, 1));

it('opens what it sealed, and only for the same purpose', () => {
  const sealed = sealer.seal('segredo ✓', 'a.token');
  expect(sealed).not.toContain('segredo');
  expect(sealer.open(sealed, 'a.token')).toBe('segredo ✓');
  expect(() => sealer.open(sealed, 'b.token')).toThrow();
});

it('refuses a changed text and another key, naming the keys', () => {
  const sealed = sealer.seal('x', 'a');
  expect(() => sealer.open(`${sealed.slice(0, -2)}AA`, 'a')).toThrow();
  expect(() => createSealer(Buffer.alloc(32, 2)).open(sealed, 'a')).toThrow(/another master key/);
});

it('derives the same secret again, and another for another purpose', () => {
  expect(sealer.derive('csrf')).toBe(createSealer(Buffer.alloc(32, 1)).derive('csrf'));
  expect(sealer.derive('csrf')).not.toBe(sealer.derive('other'));
});
