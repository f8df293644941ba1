import type { Tenant } from '@chat-saas/control-plane/contract';
import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { Page } from '@chat-saas/ui/components/Page.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { isProblem } from '@chat-saas/ui/data/problem-text.ts';
import { Button } from '@mantine/core';
import { IconBuildingStore, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { orpc } from '../../app/api.ts';
import { DetailHeader } from '../../app/DetailHeader.tsx';
import { TENANTS } from '../../app/paths.ts';
import { isMoving, isUp } from '../tenants/tenant-look.ts';
import { TenantBody } from './TenantBody.tsx';
import { TenantMenu } from './TenantMenu.tsx';
import { TenantSkeleton } from './TenantSkeleton.tsx';
import classes from './tenant.module.css';
import { useHandOver } from './use-hand-over.ts';

const ASK_AGAIN_MS = 5000;

/** One tenant: how it is, what is being done to it, what to hand out, its numbers and logs. */
export function TenantPage() {
  const { id = '' } = useParams();
  return <Whole key={id} reference={id} />;
}

function Whole({ reference }: { reference: string }) {
  const { t } = useTranslation('app');
  const tenant = useQuery(
    orpc.tenants.get.queryOptions({
      input: { id: reference },
      refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? ASK_AGAIN_MS : false),
    }),
  );
  const handOver = useHandOver(tenant.data?.id ?? reference);
  const parent = { label: t('nav.tenants'), to: TENANTS };
  if (isProblem(tenant.error, 'NOT_FOUND') || isProblem(tenant.error, 'INVALID_INPUT'))
    return (
      <>
        <DetailHeader title={tenant.data?.name ?? t('tenant.gone')} parent={parent} />
        <Gone name={tenant.data?.name} />
      </>
    );
  return (
    <>
      <DetailHeader title={tenant.data?.name ?? '…'} parent={parent}>
        {tenant.data && (
          <>
            <OpenApp tenant={tenant.data} />
            <TenantMenu tenant={tenant.data} handOver={handOver} />
          </>
        )}
      </DetailHeader>
      <Page>
        <QueryBoundary query={tenant} skeleton={<TenantSkeleton />}>
          {(data) => <TenantBody tenant={data} handOver={handOver} />}
        </QueryBoundary>
      </Page>
    </>
  );
}

function OpenApp({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation('app');
  if (!isUp(tenant)) return null;
  return (
    <Button
      component="a"
      href={tenant.appUrl}
      target="_blank"
      rel="noreferrer"
      variant="default"
      className={classes.open}
      aria-label={t('tenant.openApp')}
      rightSection={<IconExternalLink size={15} aria-hidden />}
    >
      <span>{t('tenant.openApp')}</span>
    </Button>
  );
}

/** With its name where it went while somebody was looking. */
function Gone({ name }: { name: string | undefined }) {
  const { t } = useTranslation('app');
  return (
    <EmptyState
      Icon={IconBuildingStore}
      title={name ? t('tenant.deleted', { name }) : t('tenant.gone')}
      text={t(name ? 'tenant.deletedText' : 'tenant.goneText')}
      action={
        <Button component={Link} to={TENANTS}>
          {t('tenant.toList')}
        </Button>
      }
    />
  );
}
