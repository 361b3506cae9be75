import type { Server, ServerResponse } from 'node:http';

/** How often connections that have become idle are looked for. */
const LOOK_MS = 50;

/**
 * Makes how a server ends: no new connection, no further request on those that are open, an answer to what is under way,
 * and after `drainMs` an end even to that. Call it before the server gets its first request.
 */
export function prepareGracefulClose(server: Server, drainMs: number): () => Promise<void> {
    const underWay = new Set<ServerResponse>();
    let isClosing = false;
    server.prependListener('request', (_req, res) => {
        if (isClosing) res.setHeader('Connection', 'close');
        underWay.add(res);
        res.once('close', () => underWay.delete(res));
    });
    return () => {
        isClosing = true;
        // Clients with the answer in hand would go on to use the connection.
        for (const res of underWay) if (!res.headersSent) res.setHeader('Connection', 'close');
        const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS);
        const cutting = setTimeout(() => server.closeAllConnections(), drainMs);
        return new Promise((resolve) => {
            server.close(() => {
                clearInterval(looking);
                clearTimeout(cutting);
                resolve();
            });
        });
    };
}
