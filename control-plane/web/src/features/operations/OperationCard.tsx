import type { Operation } from '@chat-saas/control-plane/contract';
import { OperationProgress, OperationSteps } from '@chat-saas/ui/components/OperationSteps.tsx';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../app/api.ts';
import { serverSentence } from '../../app/server-sentence.ts';
import { OperationState } from './OperationState.tsx';
import { storeOperation } from './operation-cache.ts';
import { canCancel, canRetry, durationOf, isActive, stepNumber } from './operation-look.ts';
import classes from './operations.module.css';

interface Props {
  operation: Operation;
  /** The same was asked for again. */
  onRetried?: (operation: Operation) => void;
}

/** An operation with its steps as they happen. */
export function OperationCard({ operation, onRetried }: Props) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const took = durationOf(operation);
  const { steps, error } = operation;
  const aside = isActive(operation) ? (
    <span className="tabular">{t('operation.stepOf', { step: stepNumber(operation), total: steps.length })}</span>
  ) : (
    <span className="tabular">{[format.ago(operation.finishedAt ?? operation.createdAt), took && format.duration(took)].filter(Boolean).join(' · ')}</span>
  );
  const shown = steps.map((step) => ({ ...step, error: step.error && serverSentence(step.error, t) }));
  const isTold = steps.some((step) => step.error === error);
  return (
    <Panel
      title={
        <span className={classes.title}>
          {t(`operation.kind.${operation.kind}`)}
          <OperationState operation={operation} />
        </span>
      }
      aside={aside}
      footer={<Actions operation={operation} onRetried={onRetried} />}
    >
      <div className={classes.body}>
        <OperationProgress steps={shown} />
        {error && !isTold && (
          <p className={classes.error} role="alert">
            {serverSentence(error, t)}
          </p>
        )}
        <OperationSteps
          steps={shown}
          label={(name) => t(`step.${name}`, { defaultValue: name })}
          detail={(step) => {
            const detail = steps.find(({ name }) => name === step.name)?.detail;
            return detail && serverSentence(detail, t);
          }}
        />
      </div>
    </Panel>
  );
}

function Actions({ operation, onRetried }: Props) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const store = (answer: Operation) => storeOperation(queryClient, answer);
  const cancel = useMutation(orpc.operations.cancel.mutationOptions({ onSuccess: store }));
  const retry = useMutation(
    orpc.operations.retry.mutationOptions({
      onSuccess: (again) => {
        store(again);
        void queryClient.invalidateQueries({ queryKey: orpc.operations.list.key() });
        void queryClient.invalidateQueries({ queryKey: orpc.tenants.key() });
        onRetried?.(again);
      },
    }),
  );
  if (canCancel(operation))
    return (
      <>
        <span>{t(`operation.cancelText.${operation.kind}`)}</span>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id: operation.id })}>
          {t('operation.cancel')}
        </Button>
      </>
    );
  if (isActive(operation)) return <span>{t('operation.noReturn')}</span>;
  if (!canRetry(operation)) return null;
  return (
    <>
      <span>{t(`operation.after.${operation.status}`)}</span>
      <Button variant="default" leftSection={<IconRefresh size={16} />} loading={retry.isPending} onClick={() => retry.mutate({ id: operation.id })}>
        {t('operation.retry')}
      </Button>
    </>
  );
}
