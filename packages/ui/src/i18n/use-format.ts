import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import * as format from './format.ts';

/** The tenant's zone; `UiProvider timeZone` sets it. */
export const TimeZone = createContext('America/Sao_Paulo');

type When = Date | string | number;

/** The formatters of `format.ts` in the person's language and the tenant's zone. */
export function useFormat() {
  const { i18n } = useTranslation();
  const timeZone = useContext(TimeZone);
  const language = i18n.language;
  return useMemo(() => {
    const options = { language, timeZone };
    return {
      when: (value: When) => format.formatWhen(value, options),
      date: (value: When) => format.formatDate(value, options),
      dateTime: (value: When) => format.formatDateTime(value, options),
      time: (value: When) => format.formatTime(value, options),
      ago: (value: When) => format.formatAgo(value, options),
      duration: (ms: number) => format.formatDuration(ms, options),
      bytes: (bytes: number) => format.formatBytes(bytes, options),
      money: (amountMinor: number, currency = 'BRL') => format.formatMoney(amountMinor, currency, options),
      number: (value: number) => format.formatNumber(value, options),
      phone: format.formatPhone,
    };
  }, [language, timeZone]);
}
