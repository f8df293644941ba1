import type { Transporter } from 'nodemailer';

export interface Letter {
  to: string;
  subject: string;
  text: string;
}
export interface Mail {
  isConfigured: boolean;
  /** Resolves when the server took the letter. @throws Error when it didn't */
  send(letter: Letter): Promise<void>;
}

/** `url` such as `smtp://user:password@host:587`; null: nothing can be sent and `isConfigured` says so. */
export function createMail(url: string | null, from: string): Mail {
  if (!url) return { isConfigured: false, send: () => Promise.reject(new Error('SMTP_URL is not set.')) };
  let transport: Promise<Transporter> | undefined;
  return {
    isConfigured: true,
    async send(letter) {
      transport ??= import('nodemailer').then(({ default: nodemailer }) => nodemailer.createTransport(url, { from }));
      await (await transport).sendMail({ ...letter, from });
    },
  };
}
