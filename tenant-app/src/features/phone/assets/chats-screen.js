import { el, fill, formatPhone, icon, initials } from './dom.js';
import { field } from './link-screen.js';
import { preview, tick, timeOf } from './message.js';

let isAdding = false;

/** Whose phone shall this be? Everybody who wrote, and some who could. */
export function drawChats(app) {
  const { t, state } = app;
  const known = new Set(state.customers.map(({ phone }) => phone));
  const customers = [...app.added.filter(({ phone }) => !known.has(phone)), ...state.customers];
  return el(
    'div',
    { class: 'page', 'data-key': `chats ${isAdding}` },
    el(
      'header',
      {},
      el('div', {}, el('b', {}, t.chats), el('small', {}, t.chatsNote)),
      el(
        'button',
        {
          class: 'round',
          type: 'button',
          'aria-label': t.newCustomer,
          title: t.newCustomer,
          'data-focus': 'new',
          onclick: () => toggle(app),
        },
        icon(isAdding ? 'close' : 'plus'),
      ),
    ),
    isAdding && newCustomer(app),
    el('ul', { class: 'list' }, ...customers.map((customer) => el('li', {}, row(app, customer)))),
    el(
      'footer',
      {},
      el('span', {}, fill(t.linkedTo, { number: state.number ? formatPhone(state.number) : '' })),
      el(
        'button',
        { class: 'link', type: 'button', 'data-focus': 'unlink', onclick: () => app.run(() => app.network.act('unlink')) },
        t.unlink,
      ),
    ),
  );
}

function row(app, customer) {
  const { phone, name, last = null, isUnread = false } = customer;
  const { t, locale } = app;
  return el(
    'button',
    {
      class: isUnread ? 'row unread' : 'row',
      type: 'button',
      'data-focus': phone,
      'data-customer': phone,
      onclick: () => app.open({ phone, name }),
    },
    el('span', { class: 'avatar', 'aria-hidden': true }, initials(name)),
    el(
      'span',
      { class: 'who' },
      el('b', {}, name),
      el('small', {}, last?.isMine && tick(last, t), el('span', {}, last ? preview(last, t) : formatPhone(phone))),
    ),
    el(
      'span',
      { class: 'when' },
      last && el('small', {}, timeOf(last.at, locale)),
      isUnread && el('i', { 'aria-label': t.unread, role: 'img' }),
    ),
  );
}

function toggle(app) {
  isAdding = !isAdding;
  app.home();
  if (isAdding) document.querySelector('input[name="name"]')?.focus();
}

function newCustomer(app) {
  const { t } = app;
  const add = (event) => {
    event.preventDefault();
    const { name, phone } = Object.fromEntries(new FormData(event.target));
    const digits = phone.replace(/\D/g, '');
    const international = /^\d{10,11}$/.test(digits) && !phone.trim().startsWith('+') ? `55${digits}` : digits;
    if (!/^\d{8,15}$/.test(international)) return app.toast(t.wrongPhone);
    isAdding = false;
    app.addCustomer({ name: name.trim(), phone: international });
  };
  return el(
    'form',
    { class: 'new', onsubmit: add },
    field(t.name, { name: 'name', required: true, maxlength: 60, autocomplete: 'off' }),
    field(t.phone, { name: 'phone', required: true, type: 'tel', maxlength: 32, autocomplete: 'off' }),
    el('button', { class: 'button' }, t.add),
  );
}
