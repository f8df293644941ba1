import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { orpc } from '../../app/api.ts';
import { NEW_TENANT, tenantPath } from '../../app/paths.ts';
import classes from './dashboard.module.css';

/** What to do in a house that has one tenant at most: see it, link its number, make the first customer's. */
export function FirstSteps({ hasTenant, isLinked }: { hasTenant: boolean; isLinked: boolean }) {
  const { t } = useTranslation('app');
  const tenants = useQuery(orpc.tenants.list.queryOptions({ input: { limit: 1 }, enabled: hasTenant }));
  const tenant = tenants.data?.items[0];
  const steps = [
    ...(tenant
      ? [
          { id: 'look', isDone: false, to: tenantPath(tenant.id) },
          { id: 'link', isDone: isLinked, to: tenantPath(tenant.id, 'numbers') },
        ]
      : []),
    { id: 'create', isDone: false, to: NEW_TENANT },
  ];
  return (
    <Panel title={t('first.title')}>
      <ol className={classes.firstSteps}>
        {steps.map(({ id, isDone, to }, index) => (
          <li key={id} data-done={isDone || undefined}>
            <span className={classes.mark}>{isDone ? <IconCheck size={14} stroke={3} aria-label={t('first.done')} /> : index + 1}</span>
            <span className={classes.words}>
              <b>{t(`first.${id}.title`, { name: tenant?.name })}</b>
              <small>{t(`first.${id}.text`)}</small>
            </span>
            <Button component={Link} to={to} variant="default" size="xs">
              {t(`first.${id}.go`)}
            </Button>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
