/** Whether an address leads to this machine alone. */
export const isLoopback = (url: Pick<URL, 'hostname'>): boolean =>
    ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
