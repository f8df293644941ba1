import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { isProblem } from '@chat-saas/ui/data/problem-text.ts';
import { markShown } from '@chat-saas/ui/data/shown-errors.ts';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../app/Facts.tsx';
import { orpc } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { useMe } from '../../app/session.ts';
import classes from './device.module.css';

/** Shows who asks; nothing is granted before the person says so. */
export function Decide({ code, onOther }: { code: string; onOther: () => void }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const me = useMe();
  const asked = useQuery(orpc.auth.findDevice.queryOptions({ input: { userCode: code }, refetchOnWindowFocus: false, gcTime: 0 }));
  const { mutate, data, error, isPending, variables } = useMutation(orpc.auth.decideDevice.mutationOptions({ onError: markShown }));
  if (data) {
    const Icon = data.approved ? IconCheck : IconX;
    return (
      <p className={classes.outcome} data-ok={data.approved || undefined} role="status">
        <Icon size={20} stroke={2} aria-hidden />
        {t(data.approved ? 'device.approved' : 'device.denied')}
      </p>
    );
  }
  if (isProblem(asked.error, 'NOT_FOUND'))
    return (
      <div className={forms.form}>
        <p className={forms.hint}>{t('device.unknown', { code })}</p>
        <Button variant="default" size="md" onClick={onOther}>
          {t('device.other')}
        </Button>
      </div>
    );
  return (
    <QueryBoundary query={asked}>
      {({ userCode, name, ip, createdAt }) => (
        <div className={forms.form}>
          <p className={forms.hint}>{t('device.text', { email: me.email })}</p>
          <output className={classes.code} aria-label={t('device.code')}>
            {userCode}
          </output>
          <Facts
            facts={[
              [t('device.name'), name],
              [t('device.ip'), ip],
              [t('device.asked'), format.ago(createdAt)],
            ]}
          />
          <p className={forms.hint}>{t('device.compare')}</p>
          <ProblemNote error={error} />
          <div className={classes.choice}>
            <Button
              variant="default"
              size="md"
              disabled={isPending}
              loading={isPending && variables?.approve === false}
              onClick={() => mutate({ userCode, approve: false })}
            >
              {t('device.deny')}
            </Button>
            <Button
              size="md"
              disabled={isPending}
              loading={isPending && variables?.approve}
              onClick={() => mutate({ userCode, approve: true })}
            >
              {t('device.approve')}
            </Button>
          </div>
        </div>
      )}
    </QueryBoundary>
  );
}
