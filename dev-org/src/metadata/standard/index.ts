import type { FieldSchema } from '../../schema/schema.ts';
import type { ObjectDraft } from '../objectDraft.ts';
import { ACTIVITIES } from './activities.ts';
import { ADMINISTRATION } from './administration.ts';
import { CAMPAIGNS } from './campaigns.ts';
import { CUSTOMERS } from './customers.ts';
import { HOLIDAYS } from './holidays.ts';

const ALL = [...ADMINISTRATION, ...CUSTOMERS, ...CAMPAIGNS, ...ACTIVITIES, ...HOLIDAYS];

/** The platform's own objects, as far as the dev org knows them; each call gives fresh copies. */
export function standardObjects(): ObjectDraft[] {
    return structuredClone(ALL);
}

/** Names of the platform's own objects. */
export const standardObjectNames = (): string[] => ALL.map(({ name }) => name);

/** The platform's own field behind `Lead.Email`. */
export function standardFieldOf(path: string): FieldSchema | undefined {
    const [objectName = '', fieldName = ''] = path.split('.');
    return ALL.find(({ name }) => name === objectName)?.fields.find(({ name }) => name === fieldName);
}
