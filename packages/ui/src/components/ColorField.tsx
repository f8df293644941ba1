import { fill } from '@chat-saas/brand/palette';
import { Input } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ColorField.module.css';

interface Props {
  label: string;
  /** `#rrggbb`; anything else may stand there while it is being typed. */
  value: string;
  onChange: (value: string) => void;
  error?: React.ReactNode;
  description?: string;
}

const HEX = /^#[0-9a-f]{6}$/i;

/** A brand colour: swatch, hex, and how it will look as a button in both schemes, since it may be shaded to stay legible. */
export function ColorField({ label, value, onChange, error, description }: Props) {
  const { t } = useTranslation('ui');
  const id = useId();
  const valid = HEX.test(value);
  const looks = valid ? (['light', 'dark'] as const).map((scheme) => ({ scheme, ...fill(value, scheme) })) : [];
  const shaded = looks.some(({ color }) => color.toLowerCase() !== value.toLowerCase());
  return (
    <Input.Wrapper id={id} label={label} description={description} error={error}>
      <div className={classes.row}>
        <span className={classes.field} data-error={error ? true : undefined}>
          <input
            type="color"
            className={classes.swatch}
            value={valid ? value : '#000000'}
            onChange={(event) => onChange(event.currentTarget.value)}
            aria-label={t('color.pick', { label })}
          />
          <input
            id={id}
            className={`${classes.hex} tabular`}
            value={value}
            onChange={(event) => onChange(withHash(event.currentTarget.value))}
            maxLength={7}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={error ? true : undefined}
          />
        </span>
        {looks.map(({ scheme, color, on }) => (
          <span key={scheme} className={classes.look} style={{ background: color, color: on }}>
            {t(`scheme.${scheme}`)}
          </span>
        ))}
      </div>
      {valid && <p className={classes.note}>{shaded ? t('color.shaded') : t('color.asIs')}</p>}
    </Input.Wrapper>
  );
}

const withHash = (text: string) => (/^[0-9a-f]{3,6}$/i.test(text) ? `#${text}` : text).trim();
