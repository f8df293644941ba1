import { Button } from '@mantine/core';
import { type NotificationData, notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';
import { toastsHost } from '../app/wanted.ts';
import { problemText, requestIdOf } from '../data/problem-text.ts';
import { markShown } from '../data/shown-errors.ts';
import classes from './toasts.module.css';

function show(toast: NotificationData): string {
  toastsHost.want();
  return notifications.show(toast);
}

const closeLabel = () => ({ 'aria-label': i18next.t('ui:action.close') });

/** “Saved.” Goes away by itself. */
export function notifyDone(text: string): void {
  show({
    message: text,
    icon: <IconCheck size={16} stroke={2.5} />,
    autoClose: 4000,
    classNames: { root: classes.done, icon: classes.icon },
    closeButtonProps: closeLabel(),
  });
}

/** What failed, in words; stays until closed. The same sentence isn't stacked. */
export function notifyProblem(error: unknown): void {
  markShown(error);
  const text = problemText(error);
  const requestId = requestIdOf(error);
  show({
    id: `problem-${text}`,
    message: text,
    title: requestId ? <small className={classes.request}>{i18next.t('ui:problem.requestId', { id: requestId })}</small> : undefined,
    icon: <IconAlertTriangle size={16} stroke={2} />,
    autoClose: 12_000,
    classNames: { root: classes.problem, icon: classes.icon, body: classes.turned },
    closeButtonProps: closeLabel(),
    role: 'alert',
  });
}

/** Done already, and can be taken back for eight seconds. */
export function notifyUndo(text: string, undo: () => unknown): void {
  const takeBack = async () => {
    notifications.hide(id);
    try {
      await undo();
    } catch (error) {
      notifyProblem(error);
    }
  };
  const id = show({
    message: (
      <span className={classes.undo}>
        <span>{text}</span>
        <Button variant="default" size="xs" onClick={() => void takeBack()}>
          {i18next.t('ui:action.undo')}
        </Button>
      </span>
    ),
    autoClose: 8000,
    classNames: { root: classes.plain },
    closeButtonProps: closeLabel(),
  });
}
