import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../app/forms.module.css';

/** Where the link with the code was not followed: it is typed. */
export function AskForCode({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation('app');
  const [code, setCode] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim().length >= 4) onCode(code.trim());
  };
  return (
    <form className={forms.form} onSubmit={send}>
      <p className={forms.hint}>{t('device.askText')}</p>
      <TextInput
        label={t('device.code')}
        placeholder="ABCD-EFGH"
        size="md"
        maxLength={20}
        autoFocus
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
      />
      <Button type="submit" size="md" disabled={code.trim().length < 4}>
        {t('device.continue')}
      </Button>
    </form>
  );
}
