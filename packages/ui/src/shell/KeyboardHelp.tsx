import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/Dialog.tsx';
import classes from './KeyboardHelp.module.css';
import { closeKeyboardHelp } from './keyboard-help.ts';
import { keyCaps } from './keys.ts';
import { type Shortcut, shortcuts } from './use-shortcuts.ts';

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys that work right now. */
export function KeyboardHelp({ opened }: { opened: boolean }) {
  const { t } = useTranslation('ui');
  const groups = Map.groupBy(
    opened ? shortcuts.all().filter(({ enabled }) => enabled !== false) : [],
    ({ group }) => group ?? t('keys.here'),
  );
  return (
    <Dialog opened={opened} onClose={closeKeyboardHelp} title={t('keys.title')}>
      {[...groups].map(([group, items]) => (
        <section key={group} className={classes.group}>
          <h3>{group}</h3>
          <dl>
            {items.map((shortcut) => (
              <Line key={shortcut.keys} shortcut={shortcut} />
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

function Line({ shortcut }: { shortcut: Shortcut }) {
  const { t } = useTranslation('ui');
  const chords = keyCaps(shortcut.keys, IS_MAC).map((caps) => caps.join(' '));
  return (
    <div>
      <dt>{shortcut.label}</dt>
      <dd>
        {chords.map((chord, i) => (
          <span key={chord}>
            {i > 0 && <small>{t('keys.then')}</small>}
            {chord.split(' ').map((cap) => (
              <Kbd key={cap} size="sm">
                {cap}
              </Kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  );
}
