import type { ObjectDraft } from '../objectDraft.ts';
import { ACTIVITIES } from './activities.ts';
import { ADMINISTRATION } from './administration.ts';
import { CAMPAIGNS } from './campaigns.ts';
import { CUSTOMERS } from './customers.ts';
import { HOLIDAYS } from './holidays.ts';

/** The platform's own objects, as far as the dev org knows them; each call gives fresh copies. */
export function standardObjects(): ObjectDraft[] {
    return structuredClone([...ADMINISTRATION, ...CUSTOMERS, ...CAMPAIGNS, ...ACTIVITIES, ...HOLIDAYS]);
}
