import picocolors from 'picocolors';

type Env = NodeJS.ProcessEnv;
export type Colors = ReturnType<typeof picocolors.createColors>;

/** @see https://no-color.org and https://bixense.com/clicolors */
export function wantsColor(env: Env, isTerminal: boolean, flag: boolean | undefined): boolean {
  if (flag === false || env.NO_COLOR || env.TERM === 'dumb' || env.CLICOLOR === '0') return false;
  return isTerminal || (env.CLICOLOR_FORCE !== undefined && env.CLICOLOR_FORCE !== '0');
}

export const colorsFor = (enabled: boolean): Colors => picocolors.createColors(enabled);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being made visible
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text from elsewhere, made safe for a terminal: control characters (and so escape sequences) are shown, not obeyed. */
export const plain = (text: string) => text.replace(CONTROL, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A stable code such as `start_app` as words. */
export const words = (code: string) => (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll('_', ' ');
