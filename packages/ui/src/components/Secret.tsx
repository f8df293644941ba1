import { ActionIcon, Input } from '@mantine/core';
import { IconEye, IconEyeOff, IconShieldLock } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyField.tsx';
import classes from './Secret.module.css';

interface Props {
  value: string;
  label: string;
  /** Where to keep it; a sentence of ours where absent. */
  note?: string;
}

/** A password, key or token that is shown this once: covered until asked for, never in the page's source elsewhere. */
export function Secret({ value, label, note }: Props) {
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState(false);
  const id = useId();
  const Icon = shown ? IconEyeOff : IconEye;
  return (
    <Input.Wrapper label={label} id={id}>
      <div className={classes.row}>
        <span className={classes.value}>
          <input
            id={id}
            type={shown ? 'text' : 'password'}
            value={value}
            readOnly
            autoComplete="off"
            onFocus={(event) => event.currentTarget.select()}
          />
          <ActionIcon aria-label={shown ? t('action.hide') : t('action.show')} aria-pressed={shown} onClick={() => setShown(!shown)}>
            <Icon size={18} stroke={1.7} />
          </ActionIcon>
        </span>
        <CopyButton value={value} />
      </div>
      <p className={classes.note}>
        <IconShieldLock size={16} stroke={1.7} aria-hidden />
        {note ?? t('secret.once')}
      </p>
    </Input.Wrapper>
  );
}
