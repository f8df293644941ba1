/** The page's own server: plain requests, and a socket that tells what happened meanwhile. */
export class Network {
  #base;
  #token;
  #isLive = false;

  /** @param {string} token */
  constructor(token) {
    this.#token = token;
    this.#base = `/phone/${token}`;
  }

  state() {
    return this.#ask('GET', 'state');
  }
  /** @param {string} from */
  async thread(from) {
    return (await this.#ask('GET', `thread?from=${from}`)).messages;
  }
  /** @param {string} path @param {object} [body] */
  act(path, body = {}) {
    return this.#ask('POST', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }
  /** @param {{ from: string, name: string, id: string, text?: string, file?: Blob, filename?: string, isVoice?: boolean }} writing */
  async write({ from, name, id, text, file, filename, isVoice }) {
    if (!file) return (await this.act('messages', { from, name, id, text })).message;
    const form = new FormData();
    for (const [key, value] of Object.entries({ from, name, id })) form.append(key, value);
    if (text) form.append('text', text);
    if (isVoice) form.append('voice', '1');
    form.append('file', file, filename ?? 'file');
    return (await this.#ask('POST', 'messages', form)).message;
  }
  /** @param {string} customer @param {string} messageId */
  mediaUrl(customer, messageId) {
    return `${this.#base}/media/${encodeURIComponent(messageId)}?from=${customer}`;
  }

  /**
   * Calls `onEvent(name, data)` for what the socket tells, `onConnection(isLive)` when it comes and goes, and `onPoll` every
   * two seconds while it is away.
   */
  listen(onEvent, onConnection, onPoll) {
    setInterval(() => !this.#isLive && !document.hidden && onPoll(), 2000);
    const script = document.createElement('script');
    script.src = '/c/live.js';
    script.onload = () => {
      const socket = window.io('/phone', { auth: { token: this.#token }, transports: ['websocket', 'polling'] });
      const turn = (isLive) => {
        this.#isLive = isLive;
        onConnection(isLive);
      };
      socket.on('connect', () => turn(true));
      socket.on('disconnect', () => turn(false));
      socket.onAny(onEvent);
    };
    document.body.append(script);
  }

  async #ask(method, path, body, headers = {}) {
    const response = await fetch(`${this.#base}/${path}`, { method, body, headers });
    if (response.status === 204) return null;
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    if (response.status === 404 && answer.code === 'NOT_FOUND' && path === 'state') location.reload();
    throw Object.assign(new Error(answer.detail ?? response.statusText), { status: response.status, code: answer.code });
  }
}
