import { LanguageMenu } from '@chat-saas/ui/components/LanguageMenu.tsx';
import { Page } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { SchemeToggle } from '@chat-saas/ui/components/SchemeToggle.tsx';
import { notifyDone } from '@chat-saas/ui/components/toasts.tsx';
import { useFormat } from '@chat-saas/ui/i18n/use-format.ts';
import { ChangePasswordForm } from '@chat-saas/ui/sign-in/ChangePasswordForm.tsx';
import { Button } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.ts';
import forms from '../../app/forms.module.css';
import { useMe } from '../../app/session.ts';
import { useSignOut } from '../../app/use-sign-out.ts';

/** Who I am here, and my password. */
export function ProfilePage() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const me = useMe();
  const signOut = useSignOut();
  const facts = [
    [t('profile.name'), me.name],
    [t('profile.email'), me.email],
    [t('profile.role'), t(`profile.roles.${me.role}`)],
    [t('profile.since'), format.date(me.createdAt)],
  ];
  return (
    <>
      <PageHeader title={t('nav.profile')}>
        <Button variant="default" leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t('profile.signOut')}
        </Button>
      </PageHeader>
      <Page width="text">
        <Panel title={t('profile.facts')}>
          <dl className={forms.facts}>
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <Panel title={t('profile.password')}>
          <ChangePasswordForm
            onSubmit={async ({ currentPassword, newPassword }) => {
              await api.auth.changePassword({ current: currentPassword, next: newPassword });
              notifyDone(t('profile.passwordChanged'));
            }}
          />
        </Panel>
        <Panel title={t('profile.screen')}>
          <div className={forms.row}>
            <SchemeToggle />
            <LanguageMenu />
          </div>
        </Panel>
      </Page>
    </>
  );
}
