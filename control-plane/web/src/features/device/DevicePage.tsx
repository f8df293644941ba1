import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Page } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { isProblem } from '@chat-saas/ui/data/problem-text.ts';
import { Button, Skeleton } from '@mantine/core';
import { IconCheck, IconClockX, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { orpc } from '../../app/api.ts';
import { HOME } from '../../app/paths.ts';
import { CodeForm } from './CodeForm.tsx';
import { DeviceRequest } from './DeviceRequest.tsx';

/** Where the command line sends the owner's browser: who asks to sign in, and a yes or no. */
export function DevicePage() {
  const { t } = useTranslation('app');
  const [params] = useSearchParams();
  const code = params.get('code') ?? '';
  return (
    <>
      <PageHeader title={t('device.title')} />
      <Page width="text">{code ? <Request key={code} code={code} /> : <CodeForm />}</Page>
    </>
  );
}

function Request({ code }: { code: string }) {
  const { t } = useTranslation('app');
  const device = useQuery(orpc.auth.findDevice.queryOptions({ input: { userCode: code }, retry: false, refetchOnWindowFocus: false }));
  const decide = useMutation(orpc.auth.decideDevice.mutationOptions());
  const home = (
    <Button component={Link} to={HOME} variant="default">
      {t('device.home')}
    </Button>
  );
  if (decide.data) {
    const key = decide.data.approved ? 'approved' : 'denied';
    return (
      <EmptyState Icon={key === 'approved' ? IconCheck : IconX} title={t(`device.${key}`)} text={t(`device.${key}Text`)} action={home} />
    );
  }
  if (isProblem(device.error, 'NOT_FOUND') || isProblem(device.error, 'INVALID_INPUT'))
    return <EmptyState Icon={IconClockX} title={t('device.gone')} text={t('device.goneText')} action={home} />;
  return (
    <QueryBoundary query={device} skeleton={<Skeleton height={260} radius={12} />}>
      {(data) => (
        <DeviceRequest
          device={data}
          isBusy={decide.isPending}
          onDecide={(approve) => decide.mutate({ userCode: data.userCode, approve })}
        />
      )}
    </QueryBoundary>
  );
}
