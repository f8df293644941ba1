/** What the bot does with one message of a contact. */
export type Turn =
  /** Nothing is said; somebody else holds the conversation. */
  | { do: 'keep_silent' }
  | { do: 'greet' }
  /** Ask the AI; without an answer that it is sure of, hand over. */
  | { do: 'answer' }
  /** A person is needed; the bot says so where it may speak. */
  | { do: 'hand_over'; sayWhy: boolean };

export interface TurnFacts {
  state: 'ai_active' | 'awaiting_human' | 'human_replied' | 'closed';
  isBotEnabled: boolean;
  greetedAt: Date | null;
  /** When the contact wrote, by the network's clock. */
  writtenAt: Date;
  now: Date;
}

/** A message older than this gets no automatic answer any more: a person sees it. */
const STALE_MS = 6 * 3_600_000;
/** After a day of silence a contact is greeted again. */
const GREET_AGAIN_MS = 24 * 3_600_000;

/** Decides, and touches nothing. A closed conversation was opened again before. */
export function planTurn(facts: TurnFacts): Turn {
  if (facts.state === 'awaiting_human' || facts.state === 'human_replied') return { do: 'keep_silent' };
  if (!facts.isBotEnabled) return { do: 'hand_over', sayWhy: false };
  if (facts.now.getTime() - facts.writtenAt.getTime() > STALE_MS) return { do: 'hand_over', sayWhy: false };
  if (!facts.greetedAt || facts.now.getTime() - facts.greetedAt.getTime() > GREET_AGAIN_MS) return { do: 'greet' };
  return { do: 'answer' };
}

/** At the threshold the answer counts as confident (C-22). */
export const CONFIDENT = 0.5;

export interface Answer {
  text: string;
  /** 0 to 1. */
  confidence: number;
}

/** Null: nobody knows. */
export const isConfident = (answer: Answer | null): answer is Answer =>
  answer !== null && answer.confidence >= CONFIDENT && answer.text.trim() !== '';
