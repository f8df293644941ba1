/** The sign-in page, which leads back to where the person was. */
export const toSignIn = (from: string) => (from === '/' || from === '/inbox' ? '/login' : `/login?next=${encodeURIComponent(from)}`);

/** Where to go after signing in: a path of this web only, never another site. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/inbox';
}

export const conversationPath = (id: string) => `/inbox/${id}`;
