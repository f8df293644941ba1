import { lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Lazily } from '../components/Lazily.tsx';
import { openKeyboardHelp, useKeyboardHelpOpened } from './keyboard-help.ts';
import { chordsOf, isChord } from './keys.ts';
import { togglePalette } from './open-palette.ts';
import { shortcuts, useShortcuts } from './use-shortcuts.ts';

const SEQUENCE_MS = 1000;
const KeyboardHelp = lazy(async () => ({ default: (await import('./KeyboardHelp.tsx')).KeyboardHelp }));

/** Listens for the keys that are registered, and lists them on `?`. Once per page. */
export function ShortcutsHost() {
  const { t } = useTranslation('ui');
  useShortcuts([
    { keys: 'mod+k', label: t('keys.search'), group: t('keys.everywhere'), run: togglePalette, inFields: true },
    { keys: '?', label: t('keys.help'), group: t('keys.everywhere'), run: openKeyboardHelp },
  ]);
  useEffect(listen, []);
  const opened = useKeyboardHelpOpened();
  const [wanted, setWanted] = useState(false);
  if (opened && !wanted) setWanted(true);
  return wanted ? (
    <Lazily>
      <KeyboardHelp opened={opened} />
    </Lazily>
  ) : null;
}

function listen(): () => void {
  let begun: { chord: string; at: number } | null = null;
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    const pressed = {
      key: event.key,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
      altGraph: event.getModifierState('AltGraph'),
    };
    const busy = isTyping(event.target) || document.querySelector('[aria-modal="true"]') !== null;
    const open = shortcuts.all().filter(({ enabled, inFields }) => enabled !== false && (!busy || inFields));
    const before = begun && Date.now() - begun.at < SEQUENCE_MS ? begun.chord : null;
    begun = null;
    const hit = open.find(({ keys }) => {
      const [first, second] = chordsOf(keys);
      return second ? first === before && isChord(second, pressed) : isChord(first!, pressed);
    });
    if (hit) {
      event.preventDefault();
      hit.run();
      return;
    }
    const start = open.map(({ keys }) => chordsOf(keys)).find(([first, second]) => second && isChord(first!, pressed));
    if (start) begun = { chord: start[0]!, at: Date.now() };
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable="true"]') !== null;
