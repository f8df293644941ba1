import { type Instance, instanceContract } from '@chat-saas/tenant-app/contract';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.ts';
import { inputSchema } from '../../app/input-schema.ts';
import classes from './connect.module.css';
import { storeAnswer } from './instance-cache.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

/** Eight characters to type on the phone, for who can't scan a QR. */
export function PairingCode({ instance }: { instance: Instance }) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const { form, submit, busy, problem } = useApiForm({
    schema: inputSchema(instanceContract.link),
    initialValues: { id: instance.id, method: 'code' as const, phone: '+55 ' },
    onSubmit: async (values) => storeAnswer(queryClient, await api.instances.link(values)),
  });
  const offer = instance.link?.method === 'code' ? instance.link : null;
  const seconds = useSecondsLeft(offer?.expiresAt ?? null);
  const { payload } = offer ?? { payload: '' };
  return (
    <div className={classes.pairing}>
      {offer && seconds > 0 && (
        <div className={classes.code}>
          <output aria-label={t('connect.byCode')}>{payload.length === 8 ? `${payload.slice(0, 4)}-${payload.slice(4)}` : payload}</output>
          <ol>
            <li>{t('connect.how.open')}</li>
            <li>{t('connect.how.devicesCode')}</li>
            <li>{t('connect.how.type')}</li>
          </ol>
          <p className="tabular">{t('connect.codeValid', { seconds })}</p>
        </div>
      )}
      <form onSubmit={submit} noValidate>
        <TextInput
          label={t('connect.codePhone')}
          description={t('connect.codePhoneHint')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          {...form.getInputProps('phone')}
        />
        <Button type="submit" variant={offer && seconds > 0 ? 'default' : 'filled'} loading={busy}>
          {t(offer ? 'connect.newCode' : 'connect.getCode')}
        </Button>
      </form>
      <ProblemNote error={problem} />
    </div>
  );
}
