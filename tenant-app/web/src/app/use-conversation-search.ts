import { formatPhone } from '@chat-saas/ui/i18n/format.ts';
import { useActionSearch } from '@chat-saas/ui/shell/use-actions.ts';
import { IconMessage } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from './api.ts';
import { contactName } from './contact-name.ts';
import { conversationPath } from './paths.ts';

/** Conversations in Ctrl-K, by name or number. */
export function useConversationSearch(): void {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const search = useCallback(
    async (query: string, signal: AbortSignal) => {
      const q = query.trim();
      if (q.length < 2) return [];
      const { items } = await api.conversations.list({ q: q.slice(0, 80), filter: 'all', limit: 8 }, { signal });
      return items.map(({ id, contact }) => ({
        id: `conversation-${id}`,
        label: contactName(contact),
        description: formatPhone(contact.phone),
        group: t('inbox.title'),
        Icon: IconMessage,
        run: () => void navigate(conversationPath(id)),
      }));
    },
    [navigate, t],
  );
  useActionSearch({ id: 'conversations', search });
}
