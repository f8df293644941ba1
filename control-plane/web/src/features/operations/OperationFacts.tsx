import type { Operation } from '@chat-saas/control-plane/contract';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tenantPath } from '../../app/paths.ts';
import classes from './operations.module.css';

/** Whom it is about, who asked for it, and when. */
export function OperationFacts({ operation }: { operation: Operation }) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { id, kind, status, tenantId, tenantName, requestedBy, createdAt, finishedAt } = operation;
  const isGone = kind === 'delete' && status === 'succeeded';
  const facts: [string, ReactNode][] = [
    [
      t('operation.tenant'),
      isGone ? (
        `${tenantName} (${t('operation.tenantGone')})`
      ) : (
        <Link key="tenant" to={tenantPath(tenantId)}>
          {tenantName}
        </Link>
      ),
    ],
    [t('operation.by'), requestedBy],
    [t('operation.asked'), format.dateTime(createdAt)],
    [t('operation.ended'), finishedAt ? format.dateTime(finishedAt) : '–'],
    [
      t('operation.id'),
      <span key="id" className={classes.id}>
        {id}
      </span>,
    ],
  ];
  return (
    <Panel title={t('operation.about')}>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
