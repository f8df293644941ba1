import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createAppEvents } from './events.ts';

it('a listener that fails is logged and hurts nobody else', async () => {
  const lines: string[] = [];
  const events = createAppEvents(pino({}, { write: (line: string) => void lines.push(line) }));
  const heard: string[] = [];
  events.on('instance.ready', () => {
    throw new Error('kaputt');
  });
  events.on('instance.ready', async (id) => void heard.push(id));
  events.announce('instance.ready', 'a');
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).toEqual(['a']);
  expect(lines.join()).toContain('a listener failed');
});
