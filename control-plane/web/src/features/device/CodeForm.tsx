import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import forms from '../../app/forms.module.css';
import classes from './device.module.css';

/** For who typed the address by hand: the code stands in the terminal. */
export function CodeForm() {
  const { t } = useTranslation('app');
  const [, setParams] = useSearchParams();
  const [code, setCode] = useState('');
  const typed = code.trim();
  return (
    <Panel title={t('device.typeCode')}>
      <form
        className={classes.type}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed) setParams({ code: typed });
        }}
      >
        <TextInput
          label={t('device.code')}
          placeholder="ABCD-EFGH"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          autoFocus
        />
        <Button type="submit" disabled={!typed}>
          {t('device.continue')}
        </Button>
      </form>
      <p className={forms.hint}>{t('device.typeCodeHint')}</p>
    </Panel>
  );
}
