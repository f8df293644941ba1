import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { orpc } from '../../app/api.ts';
import { NEW_TENANT, tenantPath } from '../../app/paths.ts';
import classes from './dashboard.module.css';
import type { House } from './house.ts';

/** From an empty house to a first message, until there is a second tenant. Each step is ticked by what was seen. */
export function FirstSteps({ house }: { house: House }) {
  const { t } = useTranslation('app');
  const first = useQuery(orpc.tenants.list.queryOptions({ input: { limit: 1 } }));
  const tenant = first.data?.items[0];
  const to = tenant ? tenantPath(tenant.id) : NEW_TENANT;
  const steps = [
    { name: 'tenant', isDone: house.tenants.ready > 0, to },
    { name: 'number', isDone: house.instances.ready > 0, to },
    { name: 'message', isDone: house.messagesToday > 0, to },
    { name: 'second', isDone: false, to: NEW_TENANT },
  ];
  const current = steps.findIndex(({ isDone }) => !isDone);
  return (
    <Panel
      title={t('firstSteps.title')}
      aside={t('firstSteps.progress', { done: steps.filter(({ isDone }) => isDone).length, count: steps.length })}
    >
      <ol className={classes.steps}>
        {steps.map(({ name, isDone, to: target }, i) => (
          <li key={name} data-done={isDone || undefined}>
            <span className={classes.mark}>{isDone ? <IconCheck size={14} stroke={3} aria-label={t('firstSteps.done')} /> : i + 1}</span>
            <span className={classes.words}>
              <b>{t(`firstSteps.${name}`)}</b>
              <small>{t(`firstSteps.${name}Text`)}</small>
            </span>
            {i === current && (
              <Button component={Link} to={target}>
                {t(`firstSteps.${name}Action`)}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
