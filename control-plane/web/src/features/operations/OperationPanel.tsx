import type { Operation } from '@chat-saas/control-plane/contract';
import { OperationProgress, OperationSteps } from '@chat-saas/ui/components/OperationSteps.tsx';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { said } from '../../app/said.ts';
import { OperationDuration } from './OperationDuration.tsx';
import { OperationStatus } from './OperationStatus.tsx';
import { canCancel, canRetry, currentStep } from './operation-look.ts';
import classes from './operations.module.css';
import { useOperationActions } from './use-operation-actions.ts';

interface Props {
  operation: Operation;
  /** The same was asked for again. */
  onRetried: (next: Operation) => void;
}

/** An operation with its steps as they happen, and what may be done about it. */
export function OperationPanel({ operation, onRetried }: Props) {
  const { t } = useTranslation('app');
  const { kind, status, steps } = operation;
  const step = currentStep(operation);
  const shown = steps.map((one) => ({ ...one, error: one.error && said(t, one.error) }));
  return (
    <Panel
      title={
        <span className={classes.title}>
          {t(`operation.kind.${kind}`)}
          <OperationStatus status={status} />
        </span>
      }
      aside={
        <span className="tabular">
          {step !== null && `${t('operation.stepOf', { step, count: steps.length })} · `}
          <OperationDuration operation={operation} />
        </span>
      }
      footer={<Actions operation={operation} onRetried={onRetried} />}
    >
      <div className={classes.body}>
        <OperationProgress steps={shown} />
        <Outcome operation={operation} />
        <OperationSteps
          steps={shown}
          label={(name) => t(`step.${name}`, { defaultValue: name })}
          detail={({ name }) => {
            const detail = steps.find((one) => one.name === name)?.detail;
            return detail && said(t, detail);
          }}
        />
      </div>
    </Panel>
  );
}

/** How it ended, where it didn't end well; why, unless the step that failed says so itself. */
function Outcome({ operation }: { operation: Operation }) {
  const { t } = useTranslation('app');
  const { status, steps, error } = operation;
  if (!canRetry(operation)) return null;
  const isTold = status === 'cancelled' || steps.some((step) => step.error === error);
  return (
    <p className={classes.outcome} data-bad={status === 'failed' || undefined}>
      {t(`operation.outcome.${status}`)} {error && !isTold && said(t, error)}
    </p>
  );
}

function Actions({ operation, onRetried }: Props) {
  const { t } = useTranslation('app');
  const { cancel, retry } = useOperationActions(onRetried);
  const { id, kind } = operation;
  if (canCancel(operation))
    return (
      <>
        <span>{t(`operation.cancelHint.${kind}`)}</span>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id })}>
          {t('operation.cancel')}
        </Button>
      </>
    );
  if (!canRetry(operation)) return null;
  return (
    <>
      <span>{t('operation.retryHint')}</span>
      <Button variant="default" leftSection={<IconRefresh size={16} />} loading={retry.isPending} onClick={() => retry.mutate({ id })}>
        {t('operation.retry')}
      </Button>
    </>
  );
}
