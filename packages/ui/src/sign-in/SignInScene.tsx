import { IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../components/StateChip.tsx';
import { Ticks } from '../components/Ticks.tsx';
import classes from './SignInScene.module.css';

/** Night, a customer asks, the shop answers: what this product is for, in two bubbles. */
export function SignInScene() {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.scene}>
      <div className={classes.card}>
        <StateChip state="ai_active" />
        <p className={classes.bubble}>
          {t('scene.question')}
          <small className="tabular">23:47</small>
        </p>
        <span className={classes.by}>
          <IconSparkles size={14} />
          {t('scene.ai')}
        </span>
        <p className={classes.bubble} data-ai>
          {t('scene.answer')}
          <small className="tabular">
            23:47 <Ticks receipt="read" />
          </small>
        </p>
      </div>
      <p className={classes.claim}>{t('scene.claim')}</p>
    </div>
  );
}
