import { Button, Textarea } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './bot.module.css';

const MAX = 1000;

interface Props {
  name: string;
  /** The style's own text. */
  standard: string;
  value: string;
  error?: ReactNode;
  onChange: (value: string) => void;
}

/** One of the bot's texts: when it is sent, how long it is, and the way back to the style's own. */
export function MessageField({ name, standard, value, error, onChange, ...rest }: Props) {
  const { t } = useTranslation('app');
  const isOver = value.length > MAX;
  return (
    <div>
      <Textarea
        {...rest}
        label={t(`bot.message.${name}.label`)}
        description={t(`bot.message.${name}.when`)}
        autosize
        minRows={2}
        maxRows={10}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.below}>
        {value !== standard && (
          <Button variant="subtle" size="xs" leftSection={<IconRestore size={14} />} onClick={() => onChange(standard)}>
            {t('bot.restore')}
          </Button>
        )}
        <span className="tabular" data-over={isOver || undefined}>
          {value.length}/{MAX}
        </span>
      </div>
    </div>
  );
}
