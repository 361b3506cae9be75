import type { Actor } from './recordStore.ts';

/** The org's own user (Automated Process): there from the start, inactive, never signs in. Seeds act as it. */
export const SYSTEM_ACTOR: Actor = { userId: '0055e0000000001AAA' };
