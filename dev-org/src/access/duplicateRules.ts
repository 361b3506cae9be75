import { SalesforceError } from '../salesforceError.ts';
import type { ObjectSchema } from '../schema/schema.ts';
import type { Actor, RecordStore, Row } from '../store/recordStore.ts';
import type { Access } from './access.ts';

interface DuplicateRule {
    name: string;
    /** The object whose records match, and the matching rule. */
    matches: { entityType: string; rule: string }[];
}

/** The standard rules of a new org, as far as an e-mail address decides: they alert, and may be overruled. */
const RULES: Record<string, DuplicateRule> = {
    Lead: {
        name: 'Standard_Lead_Duplicate_Rule',
        matches: [
            { entityType: 'Lead', rule: 'Standard_Lead_Match_Rule_v1_0' },
            { entityType: 'Contact', rule: 'Standard_Contact_Match_Rule_v1_1' }
        ]
    },
    Contact: {
        name: 'Standard_Contact_Duplicate_Rule',
        matches: [{ entityType: 'Contact', rule: 'Standard_Contact_Match_Rule_v1_1' }]
    }
};

const MESSAGE = "You're creating a duplicate record. We recommend you use an existing record instead.";

/**
 * Holds a new Lead or Contact against people on file with the same e-mail address that the actor may see.
 * @throws SalesforceError DUPLICATES_DETECTED with the matches, unless the actor's request allows duplicates
 */
export function refuseDuplicates(
    store: RecordStore,
    access: Access,
    object: ObjectSchema,
    row: Row,
    actor: Actor
): void {
    const rule = RULES[object.name];
    const email = row['Email'];
    if (!rule || typeof email !== 'string' || actor.allowsDuplicates === true) return;
    const matchResults = rule.matches.flatMap(({ entityType, rule: matchRule }) => {
        const target = store.schema.object(entityType);
        if (!target || !access.canRead(actor, target)) return [];
        const found = store
            .findByField(target, 'Email', email)
            .filter((other) => other.Id !== row.Id && other['IsConverted'] !== true)
            .filter((other) => access.visible(actor, target, other));
        return found.length > 0 ? [matchResult(entityType, matchRule, found)] : [];
    });
    if (matchResults.length === 0) return;
    throw new SalesforceError('DUPLICATES_DETECTED', MESSAGE, [], 400, {
        // The platform itself misspells this name.
        duplicateResut: {
            allowSave: true,
            duplicateRule: rule.name,
            duplicateRuleEntityType: object.name,
            errorMessage: MESSAGE,
            matchResults
        }
    });
}

function matchResult(entityType: string, rule: string, found: Row[]) {
    return {
        entityType,
        errors: [],
        matchEngine: 'ExactMatchEngine',
        matchRecords: found.map(({ Id }) => ({
            additionalInformation: [],
            fieldDiffs: [],
            matchConfidence: 100,
            record: { attributes: { type: entityType, url: `/services/data/v66.0/sobjects/${entityType}/${Id}` }, Id }
        })),
        rule,
        size: found.length,
        success: true
    };
}
