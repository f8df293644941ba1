import { el, fill, icon } from './dom.js';
import { sampleSound, VoiceRecorder } from './recorder.js';
import { drawSample } from './samples.js';

const TYPING_EVERY_MS = 3000;

/** Where the customer writes, attaches and records. `onSend` gets `{ text }` or `{ file, filename, isVoice }`. */
export class Composer {
  #app;
  #customer;
  #onSend;
  #input;
  #action;
  #menu;
  #attach;
  #bar;
  #typedAt = 0;

  constructor(app, customer, onSend) {
    this.#app = app;
    this.#customer = customer;
    this.#onSend = onSend;
    const { t } = app;
    this.#input = el('textarea', {
      rows: 1,
      'aria-label': t.write,
      placeholder: t.write,
      maxlength: 4096,
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
    });
    this.#action = el('button', { class: 'round strong', type: 'submit' });
    this.#menu = this.#attachments();
    this.#attach = el(
      'button',
      {
        class: 'round',
        type: 'button',
        'aria-label': t.attach,
        title: t.attach,
        'aria-expanded': 'false',
        onclick: () => this.#toggleMenu(),
      },
      icon('plus'),
    );
    this.#bar = el('form', { class: 'composer', onsubmit: (event) => this.#submit(event) }, this.#attach, this.#input, this.#action);
    this.node = el('div', { class: 'writing' }, this.#menu, this.#bar);
    this.#showAction();
  }

  focus() {
    if (matchMedia('(hover: hover)').matches) this.#input.focus(); // no keyboard jumps up on a real phone
  }

  /** @returns {boolean} whether it was open */
  closeMenu() {
    const wasOpen = !this.#menu.hidden;
    this.#menu.hidden = true;
    this.#attach.setAttribute('aria-expanded', 'false');
    if (wasOpen) this.#attach.focus();
    return wasOpen;
  }

  #typed() {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(this.#input.scrollHeight, 120)}px`;
    this.#showAction();
    if (Date.now() - this.#typedAt < TYPING_EVERY_MS) return;
    this.#typedAt = Date.now();
    this.#tellTyping(true);
  }

  #tellTyping(on) {
    this.#app.network.act('typing', { from: this.#customer.phone, on }).catch(() => {}); // only a courtesy
  }

  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#bar.requestSubmit();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#input.value.trim();
    if (!text) return this.#record();
    this.#input.value = '';
    this.#typed();
    this.#typedAt = 0;
    this.#tellTyping(false);
    this.#onSend({ text });
    this.#input.focus();
  }

  #showAction() {
    const { t } = this.#app;
    const hasText = this.#input.value.trim() !== '';
    const label = hasText ? t.send : t.record;
    this.#action.setAttribute('aria-label', label);
    this.#action.title = label;
    this.#action.replaceChildren(icon(hasText ? 'send' : 'mic'));
  }

  #toggleMenu() {
    if (this.closeMenu()) return;
    this.#menu.hidden = false;
    this.#attach.setAttribute('aria-expanded', 'true');
    this.#menu.querySelector('button')?.focus();
  }

  #attachments() {
    const { t } = this.#app;
    const close = () => this.closeMenu();
    const picker = el('input', {
      type: 'file',
      hidden: true,
      accept: 'image/*,audio/*,video/*,.pdf,.txt',
      onchange: () => {
        const [file] = picker.files;
        picker.value = '';
        close();
        if (file) this.#onSend({ file, filename: file.name });
      },
    });
    const sample = (name, label) =>
      el(
        'button',
        {
          type: 'button',
          onclick: async () => {
            close();
            this.#onSend({ file: await drawSample(name), filename: `${name}.png` });
          },
        },
        label,
      );
    return el(
      'div',
      { class: 'menu', hidden: true },
      picker,
      el('button', { type: 'button', onclick: () => picker.click() }, t.ownPhoto),
      sample('receipt', t.sampleReceipt),
      sample('cake', t.sampleCake),
      sample('screen', t.sampleScreen),
    );
  }

  async #record() {
    const { t, toast } = this.#app;
    const recorder = await VoiceRecorder.start();
    if (!recorder) {
      toast(t.noMicrophone);
      return this.#onSend({ file: sampleSound(), filename: 'audio.wav', isVoice: true });
    }
    const label = el('span', { class: 'recording', role: 'timer' });
    const from = Date.now();
    const tell = () => label.replaceChildren(fill(t.recording, { seconds: Math.round((Date.now() - from) / 1000) }));
    const timer = setInterval(tell, 500);
    const end = async (isWanted) => {
      clearInterval(timer);
      this.node.replaceChildren(this.#menu, this.#bar);
      const file = await recorder.stop();
      if (isWanted) this.#onSend({ file, filename: 'audio.webm', isVoice: true });
      this.#input.focus();
    };
    tell();
    const stop = el(
      'button',
      { class: 'round strong', type: 'button', 'aria-label': t.stop, title: t.stop, onclick: () => end(true) },
      icon('stop'),
    );
    this.node.replaceChildren(
      el(
        'div',
        { class: 'composer' },
        el(
          'button',
          { class: 'round', type: 'button', 'aria-label': t.discard, title: t.discard, onclick: () => end(false) },
          icon('close'),
        ),
        label,
        stop,
      ),
    );
    stop.focus();
  }
}
