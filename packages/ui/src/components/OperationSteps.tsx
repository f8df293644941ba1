import { IconArrowBackUp, IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import classes from './OperationSteps.module.css';

export interface OperationStep {
  name: string;
  status: 'pending' | 'running' | 'succeeded' | 'failed' | 'skipped' | 'undone';
  startedAt?: string | null;
  durationMs?: number | null;
  attempts?: number;
  error?: string | null;
  log?: string[];
}
interface Props {
  steps: OperationStep[];
  /** A step's name in the person's words. */
  label: (name: string) => string;
  /** What came out of it, below the name. */
  detail?: (step: OperationStep) => string | null | undefined;
}

const MARKS = { pending: null, running: null, succeeded: IconCheck, failed: IconX, skipped: IconMinus, undone: IconArrowBackUp };

/** An operation as it really is: each persisted step, how long it took, how often it was tried, why it failed, the log of the one that runs. */
export function OperationSteps({ steps, label, detail }: Props) {
  const { t } = useTranslation('ui');
  return (
    <ol className={classes.steps}>
      {steps.map((step) => {
        const Mark = MARKS[step.status];
        return (
          <li
            key={step.name}
            className={classes.step}
            data-state={step.status}
            aria-current={step.status === 'running' ? 'step' : undefined}
          >
            <span className={classes.mark} role="img" aria-label={t(`step.${step.status}`)}>
              {Mark && <Mark size={12} stroke={3} aria-hidden />}
            </span>
            <div className={classes.body}>
              <span className={classes.name}>{label(step.name)}</span>
              <StepNotes step={step} detail={detail?.(step)} />
            </div>
            <Took step={step} />
          </li>
        );
      })}
    </ol>
  );
}

function StepNotes({ step, detail }: { step: OperationStep; detail: string | null | undefined }) {
  const { t } = useTranslation('ui');
  return (
    <>
      {detail && <span className={classes.detail}>{detail}</span>}
      {step.error && <span className={classes.error}>{step.error}</span>}
      {(step.attempts ?? 1) > 1 && <span className={classes.detail}>{t('step.attempts', { count: step.attempts })}</span>}
      {step.log && step.log.length > 0 && (
        <pre className={classes.log} aria-live="polite">
          {step.log.join('\n')}
          {step.status === 'running' && <i aria-hidden />}
        </pre>
      )}
    </>
  );
}

function Took({ step }: { step: OperationStep }) {
  const format = useFormat();
  const startedAt = step.status === 'running' && step.startedAt ? Date.parse(step.startedAt) : null;
  const now = useClock(startedAt !== null);
  const ms = startedAt === null ? step.durationMs : Math.max(0, now - startedAt);
  // whole seconds while it runs: a figure that flickers says nothing
  const text =
    ms === null || ms === undefined || step.status === 'skipped'
      ? '–'
      : format.duration(startedAt === null ? ms : Math.max(1000, Math.floor(ms / 1000) * 1000));
  return <span className={`${classes.took} tabular`}>{text}</span>;
}

function useClock(running: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}

/** How far an operation is: steps that are over, of all. */
export function OperationProgress({ steps }: { steps: OperationStep[] }) {
  const { t } = useTranslation('ui');
  const done = steps.filter(({ status }) => status === 'succeeded' || status === 'skipped').length;
  const state = steps.some(({ status }) => status === 'failed') ? 'failed' : undefined;
  return (
    <div
      className={classes.progress}
      role="progressbar"
      aria-valuenow={done}
      aria-valuemin={0}
      aria-valuemax={steps.length}
      aria-label={t('step.progress')}
      data-state={state}
    >
      <i style={{ width: `${(100 * done) / Math.max(steps.length, 1)}%` }} />
    </div>
  );
}
