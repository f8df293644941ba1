import type { WhatsAppWebControl } from './control.ts';

/** The control API of a stand-in in another process. */
export type RemoteControl = {
  [Verb in keyof WhatsAppWebControl]: (...input: Parameters<WhatsAppWebControl[Verb]>) => Promise<ReturnType<WhatsAppWebControl[Verb]>>;
};

export function connectControl(controlUrl: string): RemoteControl {
  const call = async (verb: string, input: unknown): Promise<unknown> => {
    const response = await fetch(`${controlUrl}/${verb}`, { method: 'POST', body: JSON.stringify(input ?? {}) });
    if (!response.ok) throw new Error(`the stand-in answered ${response.status} to ${verb}: ${await response.text()}`);
    return response.json();
  };
  return new Proxy({} as RemoteControl, { get: (_target, verb) => (input: unknown) => call(String(verb), input) });
}
