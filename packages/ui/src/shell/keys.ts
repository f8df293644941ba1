/** What is read of a keyboard event. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** AltGr types characters; it isn't Ctrl+Alt. */
  altGraph: boolean;
}

/** Whether a press is one chord: `n`, `?`, `mod+enter`, `shift+n`, `alt+arrowup`. `mod` is Ctrl, and ⌘ on a Mac. */
export function isChord(chord: string, pressed: Pressed): boolean {
  const parts = chord.toLowerCase().split('+');
  const key = parts.pop()!;
  const mod = !pressed.altGraph && (pressed.ctrlKey || pressed.metaKey);
  const alt = !pressed.altGraph && pressed.altKey;
  const isCharacter = key.length === 1 && !/[a-z]/.test(key); // “?” takes Shift on one keyboard and not on another
  return (
    pressed.key.toLowerCase() === key &&
    mod === parts.includes('mod') &&
    alt === parts.includes('alt') &&
    (isCharacter || pressed.shiftKey === parts.includes('shift'))
  );
}

/** Chords of a sequence such as `g i`. */
export const chordsOf = (keys: string): string[] => keys.split(' ');

const SYMBOLS: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  shift: '⇧',
  alt: 'Alt',
  delete: 'Del',
  backspace: '⌫',
};

/** `mod+enter` → [['Ctrl', '↵']], `g i` → [['G'], ['I']]: for the caps on the screen. */
export function keyCaps(keys: string, mac: boolean): string[][] {
  const cap = (part: string) => (part === 'mod' ? (mac ? '⌘' : 'Ctrl') : (SYMBOLS[part] ?? part.toUpperCase()));
  return chordsOf(keys).map((chord) => chord.toLowerCase().split('+').map(cap));
}
