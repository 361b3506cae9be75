import { stopTestServer } from './globalSetup.ts';

// Jest looks for a default export.
export { stopTestServer as default };
