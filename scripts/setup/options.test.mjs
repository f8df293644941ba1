import { describe, expect, it } from '@jest/globals';
import { UserFailure } from './failure.mjs';
import { parseOptions } from './options.mjs';
import { root } from './paths.mjs';

describe('the arguments of npm start', () => {
  it('have defaults', () => {
    expect(parseOptions([], {})).toEqual({ port: 3001, data: `${root}/.data`, fresh: false, open: true, dev: false, help: false });
  });

  it('may be given with a space or an equals sign', () => {
    expect(parseOptions(['--port', '4000', '--data=/tmp/x', '--fresh', '--no-open'], {})).toMatchObject({
      port: 4000,
      data: '/tmp/x',
      fresh: true,
      open: false,
    });
  });

  it('fall back to PORT and DATA_DIR', () => {
    expect(parseOptions([], { PORT: '8080', DATA_DIR: '/srv/chat' })).toMatchObject({ port: 8080, data: '/srv/chat' });
  });

  it.each([[['--port', '0']], [['--port', '70000']], [['--port', 'x']], [['--port']], [['--nope']], [['extra']]])(
    'refuse %j with a sentence',
    (args) => {
      expect(() => parseOptions(args, {})).toThrow(UserFailure);
    },
  );
});
