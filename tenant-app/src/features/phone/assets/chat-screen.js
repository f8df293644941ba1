import { Composer } from './composer.js';
import { el, fill, icon, initials } from './dom.js';
import { bubble } from './message.js';

const TYPING_MS = 15_000;

/** One customer's chat with the business. Its parts stay while messages come and go, so that typing is never disturbed. */
export class ChatScreen {
  #app;
  #messages = [];
  /** Ours that the server hasn't confirmed, with what it takes to send them again. */
  #pending = new Map();
  #list;
  #under;
  #page;
  #composer;
  #typingTimer = 0;
  /** The person looks at the latest: what comes next is scrolled to. */
  #isAtEnd = true;

  constructor(app, customer) {
    this.#app = app;
    this.customer = customer;
    const { t, company } = app;
    this.#list = el('ol', { class: 'thread', role: 'log', 'aria-live': 'polite', 'aria-label': company });
    this.#under = el('small', {}, fill(t.as, { name: customer.name }));
    this.#composer = new Composer(app, customer, (writing) => this.#send(writing));
    this.#page = el(
      'div',
      { class: 'page chat', 'data-key': `chat ${customer.phone}` },
      el(
        'header',
        {},
        el('button', { class: 'round', type: 'button', 'aria-label': t.back, title: t.back, onclick: () => app.home() }, icon('back')),
        el('span', { class: 'avatar', 'aria-hidden': true }, initials(company)),
        el('div', {}, el('b', {}, company), this.#under),
      ),
      this.#list,
      this.#composer.node,
    );
    this.#page.addEventListener('keydown', (event) => event.key === 'Escape' && !this.#composer.closeMenu() && app.home());
    this.#list.addEventListener('scroll', () => {
      this.#isAtEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 80;
    });
    this.#list.addEventListener('load', () => this.#toEnd(), true); // a picture has come and taken its room
  }

  drawInto(screen) {
    if (screen.firstElementChild === this.#page) return;
    screen.replaceChildren(this.#page);
    this.#draw();
    this.#composer.focus();
  }

  async load() {
    try {
      this.#messages = await this.#app.network.thread(this.customer.phone);
    } catch {
      return this.#app.toast(this.#app.t.offline);
    }
    for (const { id } of this.#messages) for (const key of this.#pending.keys()) if (id.endsWith(key)) this.#pending.delete(key);
    this.#draw();
    this.#look();
  }

  /** What the socket says about this chat. */
  hear(name, { message, id, receipt, on }) {
    if (name === 'message' && !this.#messages.some((known) => known.id === message.id)) {
      this.#messages.push(message);
      for (const key of this.#pending.keys()) if (message.id.endsWith(key)) this.#pending.delete(key);
      if (!message.isMine) this.#showTyping(false);
      this.#look();
    }
    if (name === 'receipt') this.#messages = this.#messages.map((known) => (known.id === id ? { ...known, receipt } : known));
    if (name === 'typing') return this.#showTyping(on);
    this.#draw();
  }

  /** Who has the chat before their eyes reads what is in it. */
  #look() {
    const isUnread = this.#messages.some(({ isMine, receipt }) => !isMine && !['read', 'played'].includes(receipt));
    if (!isUnread || document.hidden) return;
    this.#app.network.act('read', { from: this.customer.phone }).catch(() => this.#app.toast(this.#app.t.offline));
  }

  async #send(writing) {
    const { phone: from, name } = this.customer;
    const id = writing.id ?? crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2, 10)}`;
    const shown = {
      id,
      isMine: true,
      type: writing.file ? 'document' : 'text',
      text: writing.text ?? null,
      media: null,
      at: new Date().toISOString(),
      receipt: 'sending',
    };
    this.#pending.set(id, { ...writing, id, shown });
    this.#draw();
    try {
      this.hear('message', { message: await this.#app.network.write({ ...writing, from, name, id }) });
    } catch (error) {
      if (error.status === 413) this.#app.toast(this.#app.t.tooLarge);
      this.#pending.set(id, { ...writing, id, shown: { ...shown, receipt: 'failed' } });
      this.#draw();
    }
  }

  #showTyping(on) {
    const { t } = this.#app;
    clearTimeout(this.#typingTimer);
    this.#under.textContent = on ? t.typing : fill(t.as, { name: this.customer.name });
    this.#under.className = on ? 'typing' : '';
    if (on) this.#typingTimer = setTimeout(() => this.#showTyping(false), TYPING_MS);
  }

  #draw() {
    const { t, locale, company, network } = this.#app;
    const list = this.#list;
    const tools = {
      t,
      locale,
      mediaUrl: ({ id }) => network.mediaUrl(this.customer.phone, id),
      retry: ({ id }) => this.#send(this.#pending.get(id)),
    };
    const all = [...this.#messages, ...[...this.#pending.values()].map(({ shown }) => shown)];
    const old = new Map([...list.children].map((node) => [node.dataset.version, node]));
    const nodes = all.map((message) => {
      const version = `${message.id} ${message.receipt}`;
      const known = old.get(version);
      if (known) return known;
      const node = bubble(message, tools);
      node.dataset.version = version;
      return node;
    });
    list.replaceChildren(...(nodes.length > 0 ? nodes : [el('li', { class: 'empty' }, fill(t.empty, { company }))]));
    this.#toEnd();
  }

  #toEnd() {
    if (this.#isAtEnd) this.#list.scrollTop = this.#list.scrollHeight;
  }
}
