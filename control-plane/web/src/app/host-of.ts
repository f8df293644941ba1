/** What people know an address by: host and port, without the scheme. */
export const hostOf = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '');
