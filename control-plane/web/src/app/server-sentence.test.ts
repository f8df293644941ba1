import { expect, it, jest } from '@jest/globals';
import type { TFunction } from 'i18next';
import { serverSentence } from './server-sentence.ts';

const t = jest.fn((key: string, values?: object) => `${key} ${JSON.stringify(values)}`) as unknown as TFunction<'app'>;

it('knows what the control plane says, with its figures', () => {
  expect(serverSentence('The app answers after 1840 ms.', t)).toBe('server.appAnswers {"what":"1840"}');
  expect(serverSentence('Its Redis ended with signal SIGKILL; it is being started again.', t)).toBe(
    'server.partEnded {"part":"Redis","what":"signal SIGKILL"}',
  );
});

it('leaves what it doesn’t know', () => {
  expect(serverSentence('ENOSPC: no space left on device', t)).toBe('ENOSPC: no space left on device');
});
