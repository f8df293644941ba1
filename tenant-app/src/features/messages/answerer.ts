import type { AppContext } from '../../app/context.ts';
import type { Answer } from './turn.plan.ts';

/** The seam of the AI: asked in the contact's turn. Throwing or null hands the conversation to a person, never to silence. */
export type Answerer = (ctx: AppContext, question: { conversationId: string; text: string }) => Promise<Answer | null>;

/** Without knowledge nobody is sure of anything: every question goes to a person. */
export const noAnswerer: Answerer = () => Promise.resolve(null);
