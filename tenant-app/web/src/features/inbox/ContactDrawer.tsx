import type { Conversation } from '@chat-saas/tenant-app/contract';
import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ContactPane } from './ContactPane.tsx';
import classes from './inbox-page.module.css';

/** The contact over the thread, where there is no room beside it. */
export function ContactDrawer({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={360}
      title={t('contact.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ body: classes.drawer }}
      transitionProps={{ duration: 140 }}
    >
      <ContactPane conversation={conversation} />
    </Drawer>
  );
}
