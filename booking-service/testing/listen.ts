import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** An application listening on a free loopback port. */
export interface ListeningApp {
    url: string;
    close(): Promise<void>;
}

/** Serves the application for a test. Call `close` at the end. */
export async function listen(app: Express): Promise<ListeningApp> {
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            })
    };
}
