import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** Mantine's sizes or px; 480 px where absent. */
  size?: number | string;
  children: ReactNode;
}

/** A dialog; the whole screen on a phone. Focus goes in, Escape closes, focus returns. */
export function Dialog({ opened, onClose, title, size = 480, children }: Props) {
  const { t } = useTranslation('ui');
  const phone = useMediaQuery('(width < 48em)');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={phone}
      centered
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      {children}
    </Modal>
  );
}

/** The buttons of a dialog: last one acts. */
export const DialogActions = ({ children }: { children: ReactNode }) => <div className={classes.actions}>{children}</div>;
