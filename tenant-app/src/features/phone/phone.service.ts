import { notFound, ProblemException, problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { openConnectLink } from '../connect-links/connect-link.service.ts';
import type { CustomerContent, LinkResult } from '../engines/simulator/simulator-phone.ts';
import { getInstance, startLink } from '../instances/instance.service.ts';
import { customerView, messageView, type PhoneMessage, type PhoneState, stageOf } from './phone.view.ts';
import { isShown, readFile } from './phone-file.ts';

/** The simulated number that a link of the customer's phone opens; null when there is none (any more). */
export async function openPhone(ctx: AppContext, token: string): Promise<string | null> {
  if (!ctx.config.SIMULATOR) return null;
  const opened = await openConnectLink(ctx, token, 'phone');
  if (!opened) return null;
  try {
    const { id, engine } = await getInstance(ctx, opened.instanceId);
    return engine === 'simulator' ? id : null;
  } catch (error) {
    if (isProblem(error, 'NOT_FOUND')) return null; // removed a moment ago
    throw error;
  }
}

export async function phoneState(ctx: AppContext, instanceId: string): Promise<PhoneState> {
  const phone = phoneOf(ctx);
  const [instance, device, customers] = await Promise.all([
    getInstance(ctx, instanceId),
    phone.device(instanceId),
    phone.customers(instanceId),
  ]);
  const offer = phone.offer(instanceId);
  return {
    stage: stageOf(instance.state, device !== null),
    percent: instance.syncPercent,
    offer: offer && { method: offer.method, payload: offer.payload },
    number: device?.e164 ?? null,
    customers: customers.map(customerView),
  };
}

/** One customer's chat with the business, oldest first. */
export async function phoneThread(ctx: AppContext, instanceId: string, customer: string): Promise<PhoneMessage[]> {
  return (await phoneOf(ctx).thread(instanceId, customer)).map(messageView);
}

/** The bytes of a medium in one customer's chat; `isInline` false: only to be saved. @throws NOT_FOUND */
export async function phoneMedia(ctx: AppContext, instanceId: string, customer: string, messageId: string) {
  const message = (await phoneOf(ctx).thread(instanceId, customer)).find(({ id }) => id === messageId);
  const media = message?.media && (await phoneOf(ctx).media(message.media.handle));
  if (!media) throw notFound();
  return { ...media, filename: message.media?.filename ?? null, isInline: isShown(media.mime) };
}

/** Switches the simulated number on, so that it offers a QR; may run twice. */
export async function switchOn(ctx: AppContext, instanceId: string): Promise<void> {
  try {
    await startLink(ctx, instanceId, { method: 'qr' });
  } catch (error) {
    if (!isProblem(error, 'ALREADY_LINKED')) throw error; // linked is more than on
  }
}

/** Points the business's phone at the QR on offer, or at the one given. @throws ALREADY_LINKED, NOT_WAITING, LINK_EXPIRED */
export async function scanQr(ctx: AppContext, instanceId: string, given: string | undefined): Promise<void> {
  const phone = phoneOf(ctx);
  const offer = phone.offer(instanceId);
  requireLink(await phone.scan(instanceId, given ?? (offer?.method === 'qr' ? offer.payload : '')));
}

/** Types a pairing code on the phone with this number. @throws ALREADY_LINKED, NOT_WAITING, LINK_EXPIRED */
export async function typeCode(ctx: AppContext, instanceId: string, input: { code: string; phone: string }): Promise<void> {
  requireLink(await phoneOf(ctx).enterCode(instanceId, input.code, input.phone));
}

/** "Linked devices → log out"; may run twice. */
export async function unlinkNumber(ctx: AppContext, instanceId: string): Promise<void> {
  await phoneOf(ctx).unlink(instanceId);
}

export interface Writing {
  from: string;
  name?: string | undefined;
  text?: string | undefined;
  /** Repeating an id delivers nothing twice. */
  id?: string | undefined;
  isVoice?: boolean;
  file?: { data: Buffer; filename: string } | undefined;
}

/** A customer writes to the business. @throws NOT_LINKED, INVALID_INPUT when there is nothing to send */
export async function writeAsCustomer(ctx: AppContext, instanceId: string, writing: Writing): Promise<PhoneMessage> {
  const { from, name, id } = writing;
  const sent = await phoneOf(ctx).customerSend({
    instanceId,
    from,
    content: await contentOf(writing),
    ...(name === undefined ? {} : { name }),
    ...(id === undefined ? {} : { id: `${instanceId}${from}${id}` }),
  });
  if (!sent.ok) throw problem('NOT_LINKED', { status: 409, detail: 'Scan the QR first: this number is not linked.' });
  return messageView(sent.message);
}

/** Tells the business that a customer is writing. */
export function showCustomerTyping(ctx: AppContext, instanceId: string, customer: string, on: boolean): void {
  phoneOf(ctx).customerTyping(instanceId, customer, on);
}

/** The customer looks at the chat: the business sees blue ticks. */
export async function lookAtChat(ctx: AppContext, instanceId: string, customer: string): Promise<void> {
  await phoneOf(ctx).customerViewed(instanceId, customer);
}

async function contentOf({ text, isVoice = false, file }: Writing): Promise<CustomerContent> {
  if (file) return { ...(await readFile(file, isVoice)), ...(text ? { caption: text } : {}) };
  if (text?.trim()) return { type: 'text', text };
  throw problem('INVALID_INPUT', { detail: 'Write something or choose a file.' });
}

const LINK_PROBLEMS = {
  ALREADY_LINKED: 'This number is linked already.',
  NOT_WAITING: 'The number is not waiting for a phone. Switch it on first.',
  LINK_EXPIRED: 'This code is no longer on offer. Look at the new one.',
} as const;

function requireLink(result: LinkResult): void {
  if (!result.ok) throw problem(result.code, { status: 409, detail: LINK_PROBLEMS[result.code] });
}

const isProblem = (error: unknown, code: string) => error instanceof ProblemException && error.code === code;
const phoneOf = ({ instances }: AppContext) => instances.engines.phone;
