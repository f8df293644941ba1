import mongoose from 'mongoose';
import type { BotSettings } from './bot.contract.ts';

/** One document; missing until the settings are first saved. */
export interface BotDoc extends BotSettings {
  _id: 'bot';
}

const text = { type: String, required: true };
const schema = new mongoose.Schema<BotDoc>(
  {
    _id: { type: String, required: true },
    enabled: { type: Boolean, required: true },
    botName: text,
    style: text,
    messages: { greeting: text, fallback: text, waiting: text, return24h: text },
  },
  { versionKey: false },
);
export const BotModel = mongoose.model('Bot', schema, 'bot_settings');
