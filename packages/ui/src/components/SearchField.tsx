import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SearchField.module.css';

interface Props {
  label: string;
  placeholder?: string;
  value: string;
  /** Called 250 ms after the last key, at once when emptied. */
  onChange: (value: string) => void;
}

export function SearchField({ label, placeholder, value, onChange }: Props) {
  const { t } = useTranslation('ui');
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => {
    if (value !== sent.current) setText(value); // changed from outside: the back button
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const send = () => {
      sent.current = text;
      change.current(text);
    };
    if (text === '') return send();
    const timer = setTimeout(send, 250);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput
      className={classes.field}
      type="search"
      role="searchbox"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
      rightSectionWidth="var(--control)"
      rightSection={
        text ? (
          <ActionIcon aria-label={t('action.clear')} onClick={() => setText('')}>
            <IconX size={16} />
          </ActionIcon>
        ) : null
      }
    />
  );
}
