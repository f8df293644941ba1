import { ChatScreen } from './chat-screen.js';
import { drawChats } from './chats-screen.js';
import { drawLink } from './link-screen.js';
import { Network } from './network.js';

/** What the server put into the page. */
const start = JSON.parse(document.getElementById('start').textContent);
const screen = document.getElementById('screen');
const network = new Network(start.token);

/** Everything that the screens need; `state` is the server's word, the rest is this page's. */
const app = {
  t: start.texts,
  locale: start.locale,
  company: start.company,
  network,
  state: start.state,
  /** Customers that were made here and have not written yet. */
  added: [],
  chat: null,
  notice: null,
  run,
  open,
  home,
  addCustomer,
  toast,
};

function draw() {
  if (app.state.stage !== 'linked') app.chat = null;
  if (app.chat) return app.chat.drawInto(screen);
  const drawn = app.state.stage === 'linked' ? drawChats(app) : drawLink(app);
  const key = drawn.dataset.key;
  if (
    screen.firstElementChild?.dataset.key === key &&
    screen.contains(document.activeElement) &&
    /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)
  )
    return;
  const focused = screen.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  const top = screen.querySelector('.list')?.scrollTop ?? 0;
  screen.replaceChildren(drawn);
  if (focused) screen.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  const list = screen.querySelector('.list');
  if (list) list.scrollTop = top;
}

let asking = null;
/** Fetches the state once for however many asked meanwhile. */
function refresh() {
  asking ??= network
    .state()
    .then((state) => {
      app.state = state;
      draw();
    })
    .catch(() => toast(app.t.offline))
    .finally(() => {
      asking = null;
    });
  return asking;
}

/** Does something and shows its outcome; what went wrong is said in words. */
async function run(work) {
  try {
    await work();
  } catch (error) {
    toast(error.status === 413 ? app.t.tooLarge : app.t.wrong);
  }
  await refresh();
}

function open(customer) {
  app.chat = new ChatScreen(app, customer);
  draw();
  void app.chat.load();
}

function home() {
  app.chat = null;
  draw();
  void refresh();
}

function addCustomer(customer) {
  if (!app.added.some(({ phone }) => phone === customer.phone)) app.added.unshift(customer);
  open(customer);
}

function toast(text) {
  document.querySelector('.toast')?.remove();
  const shown = document.createElement('p');
  shown.className = 'toast';
  shown.setAttribute('role', 'status');
  shown.textContent = text;
  screen.append(shown);
  setTimeout(() => shown.remove(), 4000);
}

network.listen(
  (name, data) => {
    if (name !== 'typing') void refresh();
    if (data && data.customer === app.chat?.customer.phone) app.chat.hear(name, data);
  },
  (isLive) => {
    if (isLive) void refresh().then(() => app.chat?.load());
  },
  () => void refresh().then(() => app.chat?.load()),
);
draw();
