import { el, fill, icon } from './dom.js';

/** The business's phone, on its page of linked devices. */
export function drawLink(app) {
  const { t, state } = app;
  const body = { off, starting, waiting, syncing }[state.stage](app);
  return el(
    'div',
    { class: 'page', 'data-key': `link ${state.stage} ${state.offer?.method ?? ''}` },
    el('header', {}, el('div', {}, el('b', {}, t.linkedDevices), el('small', {}, t.shopPhone))),
    el('div', { class: 'middle' }, ...body),
  );
}

const off = ({ t, run, network }) => [
  badge(),
  el('h2', {}, t.off),
  el('p', {}, t.offText),
  el('button', { class: 'button', type: 'button', 'data-focus': 'start', onclick: () => run(() => network.act('start')) }, t.start),
];

const starting = ({ t }) => [badge(), el('h2', {}, t.starting), el('progress', { 'aria-label': t.starting })];

const syncing = ({ t, state }) => [
  badge(),
  el('h2', {}, t.syncing),
  el('progress', { max: 100, value: state.percent ?? 0, 'aria-label': t.syncing }),
];

function waiting(app) {
  const { t, state, company, network, run } = app;
  if (state.offer?.method === 'code') return codeForm(app);
  const scan = () => run(() => network.act('scan'));
  return [
    badge(),
    el('h2', {}, fill(t.scanTitle, { company })),
    el('p', {}, t.scanText),
    el('button', { class: 'button', type: 'button', id: 'scan', 'data-focus': 'scan', disabled: !state.offer, onclick: scan }, t.scan),
  ];
}

function codeForm({ t, run, network }) {
  const send = (event) => {
    event.preventDefault();
    const { code, phone } = Object.fromEntries(new FormData(event.target));
    void run(() => network.act('code', { code, phone }));
  };
  return [
    el('h2', {}, t.codeTitle),
    el('p', {}, t.codeText),
    el(
      'form',
      { onsubmit: send },
      field(t.codeLabel, { name: 'code', required: true, minlength: 8, maxlength: 9, autocapitalize: 'characters', autocomplete: 'off' }),
      field(t.phoneLabel, { name: 'phone', required: true, type: 'tel', maxlength: 32 }),
      el('button', { class: 'button' }, t.link),
    ),
  ];
}

export const field = (label, attributes) => el('label', {}, label, el('input', attributes));

const badge = () => el('div', { class: 'badge' }, icon('scan'));
