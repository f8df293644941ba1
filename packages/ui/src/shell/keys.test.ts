import { describe, expect, it } from '@jest/globals';
import { isChord, keyCaps, type Pressed } from './keys.ts';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  ...more,
});

describe('isChord', () => {
  it.each([
    ['n', press('n'), true],
    ['n', press('N', { shiftKey: true }), false],
    ['shift+n', press('N', { shiftKey: true }), true],
    ['n', press('n', { ctrlKey: true }), false],
    ['mod+k', press('k', { ctrlKey: true }), true],
    ['mod+k', press('k', { metaKey: true }), true],
    ['?', press('?', { shiftKey: true }), true],
    ['/', press('/', { ctrlKey: true, altKey: true, altGraph: true }), true],
    ['mod+enter', press('Enter', { ctrlKey: true }), true],
    ['alt+arrowup', press('ArrowUp', { altKey: true }), true],
    ['alt+arrowup', press('ArrowUp'), false],
  ])('%s against %o is %s', (chord, pressed, yes) => expect(isChord(chord, pressed)).toBe(yes));
});

it('keyCaps names keys as they are printed', () => {
  expect(keyCaps('mod+enter', false)).toEqual([['Ctrl', '↵']]);
  expect(keyCaps('mod+k', true)).toEqual([['⌘', 'K']]);
  expect(keyCaps('g i', false)).toEqual([['G'], ['I']]);
});
