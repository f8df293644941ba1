import type { BotSettings } from '@chat-saas/tenant-app/contract';
import { useWhiteLabel } from '@chat-saas/ui/branding/use-white-label.ts';
import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './bot.module.css';
import { fillPreview } from './bot-texts.ts';

type Style = BotSettings['style'];
interface Props {
  value: Style;
  botName: string;
  defaults: Record<Style, BotSettings['messages']>;
  onChange: (style: Style) => void;
}

/** Formal, casual or technical, each shown by the greeting it would send. */
export function StyleChoice({ value, botName, defaults, onChange }: Props) {
  const { t } = useTranslation('app');
  const { brand } = useWhiteLabel();
  return (
    <Radio.Group label={t('bot.style')} description={t('bot.styleHint')} value={value} onChange={(next) => onChange(next as Style)}>
      <div className={classes.styles}>
        {(['formal', 'casual', 'technical'] as const).map((style) => (
          <Radio.Card key={style} value={style} className={classes.style}>
            <span className={classes.styleName}>
              <Radio.Indicator size="sm" />
              {t(`bot.styles.${style}`)}
            </span>
            <q className={classes.bubble}>{fillPreview(defaults[style].greeting, { companyName: brand.companyName, botName })}</q>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
