import { IconAlertCircle, IconCheck, IconChecks, IconClock, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export type Receipt = 'pending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';

const ICONS = {
  pending: IconClock,
  sent: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  failed: IconAlertCircle,
  unknown: IconHelpCircle,
};
const COLORS: Partial<Record<Receipt, string>> = { read: 'var(--primary-ink)', failed: 'var(--bad-ink)', unknown: 'var(--wait-ink)' };

/** WhatsApp's own language: one tick, two, two coloured. The word is there for those who can't see it. */
export function Ticks({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('ui');
  const Icon = ICONS[receipt];
  return <Icon size={15} stroke={1.9} color={COLORS[receipt]} role="img" aria-label={t(`receipt.${receipt}`)} style={{ flex: 'none' }} />;
}
