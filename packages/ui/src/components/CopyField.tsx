import { Button, Input } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './CopyField.module.css';
import { notifyProblem } from './toasts.tsx';

interface Props {
  value: string;
  label?: string;
  description?: string;
  /** Opens in a new tab. */
  href?: string;
}

/** Something to hand on: a link, an id, a command. */
export function CopyField({ value, label, description, href }: Props) {
  const { t } = useTranslation('ui');
  const id = useId();
  return (
    <Input.Wrapper label={label} description={description} labelElement={label ? 'label' : 'div'} id={id}>
      <div className={classes.row}>
        <input
          id={id}
          className={classes.value}
          value={value}
          readOnly
          aria-label={label ?? t('action.copy')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={value} />
        {href && (
          <Button
            component="a"
            href={href}
            target="_blank"
            rel="noreferrer"
            variant="default"
            px={10}
            aria-label={t('action.open')}
            title={t('action.open')}
          >
            <IconExternalLink size={16} aria-hidden />
          </Button>
        )}
      </div>
    </Input.Wrapper>
  );
}

/** Copies and says so, for those who see and those who listen. */
export function CopyButton({ value }: { value: string }) {
  const { t } = useTranslation('ui');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await copyText(value);
      setCopied(true);
    } catch (error) {
      notifyProblem(error);
    }
  };
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <Button variant="default" leftSection={<Icon size={16} aria-hidden />} onClick={() => void copy()} className={classes.copy}>
      <span aria-live="polite">{copied ? t('state.copied') : t('action.copy')}</span>
    </Button>
  );
}

/** The clipboard exists only on https and localhost; elsewhere the old way still works. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = Object.assign(document.createElement('textarea'), { value: text });
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('The browser refused to copy');
}
