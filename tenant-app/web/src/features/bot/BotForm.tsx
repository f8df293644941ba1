import { type BotSettings, botContract } from '@chat-saas/tenant-app/contract';
import { Panel } from '@chat-saas/ui/components/Panel.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { notifyDone } from '@chat-saas/ui/components/toasts.tsx';
import { useApiForm } from '@chat-saas/ui/data/use-api-form.ts';
import { Button, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../app/api.ts';
import { inputSchema } from '../../app/input-schema.ts';
import { SaveBar } from '../../app/SaveBar.tsx';
import classes from './bot.module.css';
import { MESSAGE_NAMES, withPlaceholderCheck, withStyle } from './bot-texts.ts';
import { MessageField } from './MessageField.tsx';
import { StyleChoice } from './StyleChoice.tsx';

interface Props {
  settings: BotSettings;
  defaults: Record<BotSettings['style'], BotSettings['messages']>;
}

export function BotForm({ settings, defaults }: Props) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const { form, submit, busy, problem } = useApiForm<BotSettings & Record<string, unknown>>({
    schema: { safeParse: (values) => withPlaceholderCheck(inputSchema(botContract.update)).safeParse(values) },
    initialValues: settings,
    onSubmit: async (values) => {
      const saved = await api.bot.update(values);
      queryClient.setQueryData(orpc.bot.get.queryKey(), (before) => before && { ...before, ...saved });
      form.setInitialValues(saved);
      form.setValues(saved);
      notifyDone(t('saved'));
    },
  });
  const { style, messages, enabled } = form.values;
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <Panel>
        <div className={classes.switch}>
          <Switch id="bot-enabled" checked={enabled} onChange={(event) => form.setFieldValue('enabled', event.currentTarget.checked)} />
          <label htmlFor="bot-enabled">
            <strong>{t(enabled ? 'bot.on' : 'bot.off')}</strong>
            <span>{t(enabled ? 'bot.onText' : 'bot.offText')}</span>
          </label>
        </div>
      </Panel>
      <Panel title={t('bot.personality')}>
        <div className={classes.stack}>
          <TextInput
            className={classes.name}
            label={t('bot.name')}
            description={t('bot.nameHint', { botName: '{{botName}}' })}
            maxLength={40}
            {...form.getInputProps('botName')}
          />
          <StyleChoice
            value={style}
            botName={form.values.botName}
            defaults={defaults}
            onChange={(next) => form.setValues({ style: next, messages: withStyle(messages, defaults[style], defaults[next]) })}
          />
        </div>
      </Panel>
      <Panel title={t('bot.messages')} aside={t('bot.messagesHint', { companyName: '{{companyName}}', botName: '{{botName}}' })}>
        <div className={classes.stack}>
          {MESSAGE_NAMES.map((name) => (
            <MessageField
              key={name}
              name={name}
              standard={defaults[style][name]}
              value={messages[name]}
              error={form.errors[`messages.${name}`]}
              onChange={(text) => form.setFieldValue(`messages.${name}`, text)}
            />
          ))}
        </div>
      </Panel>
      <ProblemNote error={problem} />
      <SaveBar shown={form.isDirty()} busy={busy} onReset={form.reset}>
        <Button type="submit" loading={busy}>
          {t('save')}
        </Button>
      </SaveBar>
    </form>
  );
}
