import { BrandedLayout } from '@chat-saas/ui/branding/BrandedLayout.tsx';
import { useDocumentTitle } from '@chat-saas/ui/branding/use-document-title.ts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AskForCode } from './AskForCode.tsx';
import { Decide } from './Decide.tsx';
import classes from './device.module.css';

/** Lets a command line sign in as the person who looks. */
export function DevicePage() {
  const { t } = useTranslation('app');
  const [params, setParams] = useSearchParams();
  const code = params.get('code')?.trim().toUpperCase() ?? '';
  useDocumentTitle(t('device.title'));
  return (
    <BrandedLayout>
      <div className={classes.box}>
        <h1>{t('device.title')}</h1>
        {code ? <Decide key={code} code={code} onOther={() => setParams({})} /> : <AskForCode onCode={(next) => setParams({ code: next })} />}
      </div>
    </BrandedLayout>
  );
}
