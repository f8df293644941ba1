import { formatPhone } from '@chat-saas/ui/i18n/format.ts';

/** A contact's name as it is shown: who has none goes by their number, written as a person would. */
export const contactName = ({ name }: { name: string }): string => (/^\+?\d{8,15}$/.test(name) ? formatPhone(name) : name);
