import { stopTestServer } from './globalSetup.ts';

/** Stops what `globalSetup` started. */
export default function globalTeardown(): Promise<void> {
    return stopTestServer();
}
