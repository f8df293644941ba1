import { expect, it } from '@jest/globals';
import { withStyle } from './bot-texts.ts';

const texts = (style: string) => ({ greeting: `${style} 1`, fallback: `${style} 2`, waiting: `${style} 3`, return24h: `${style} 4` });

it('changes what nobody wrote, keeps what somebody did', () => {
  const mine = { ...texts('formal'), waiting: 'Já chamo a Marina!' };
  expect(withStyle(mine, texts('formal'), texts('casual'))).toEqual({ ...texts('casual'), waiting: 'Já chamo a Marina!' });
});
