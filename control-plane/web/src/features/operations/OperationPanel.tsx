import type { Operation } from '@chat-saas/control-plane/contract';
import { OperationProgress, OperationSteps } from '@chat-saas/ui/components/OperationSteps.tsx';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { said } from '../../app/said.ts';
import { OperationDuration } from './OperationDuration.tsx';
import { canCancel, canRetry, currentStep, isActive } from './operation-look.ts';
import classes from './operations.module.css';
import { useOperationActions } from './use-operation-actions.ts';

interface Props {
  operation: Operation;
  onRetried: (next: Operation) => void;
  /** The tenant is gone: nothing can be tried again. */
  isOver?: boolean;
}

/** One operation as it really is: each step live, why it failed, and what can be done about it. */
export function OperationPanel({ operation, onRetried, isOver }: Props) {
  const { t } = useTranslation('app');
  const details = new Map(operation.steps.map(({ name, detail }) => [name, detail]));
  const steps = operation.steps.map((step) => ({ ...step, error: step.error && said(t, step.error) }));
  const hasActions = canCancel(operation) || (canRetry(operation) && !isOver);
  return (
    <Panel
      title={t(`operation.kind.${operation.kind}`)}
      aside={<Aside operation={operation} />}
      footer={hasActions ? <Footer operation={operation} onRetried={onRetried} /> : undefined}
    >
      <OperationProgress steps={operation.steps} />
      <OperationSteps
        steps={steps}
        label={(name) => t(`step.${name}`, { defaultValue: name })}
        detail={({ name }) => {
          const detail = details.get(name);
          return detail ? said(t, detail) : null;
        }}
      />
      {operation.error && !isActive(operation) && <Outcome status={operation.status} error={operation.error} />}
    </Panel>
  );
}

function Aside({ operation }: { operation: Operation }) {
  const { t } = useTranslation('app');
  const current = isActive(operation) ? currentStep(operation) : null;
  return (
    <>
      <OperationDuration operation={operation} />
      {' · '}
      {current ? t('operation.stepOf', { step: current, count: operation.steps.length }) : t(`operation.status.${operation.status}`)}
    </>
  );
}

/** What was left of it. A cancellation was wanted: it isn't shown as a failure. */
function Outcome({ status, error }: { status: Operation['status']; error: string }) {
  const { t } = useTranslation('app');
  const isFailure = status !== 'cancelled';
  return (
    <p className={classes.outcome} data-bad={isFailure || undefined}>
      {t(`operation.outcome.${status}`, { defaultValue: '' })} {isFailure && said(t, error)}
    </p>
  );
}

function Footer({ operation, onRetried }: { operation: Operation; onRetried: (next: Operation) => void }) {
  const { t } = useTranslation('app');
  const { cancel, retry } = useOperationActions(onRetried);
  const id = operation.id;
  if (canCancel(operation))
    return (
      <>
        <span>{t(`operation.cancelHint.${operation.kind}`)}</span>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id })}>
          {t('operation.cancel')}
        </Button>
      </>
    );
  return (
    <>
      <span>{t('operation.retryHint')}</span>
      <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
        {t('operation.retry')}
      </Button>
    </>
  );
}
