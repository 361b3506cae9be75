import HOST_POOL from '@salesforce/schema/HostPool__c';
import HOST_POOL_MEMBER from '@salesforce/schema/HostPoolMember__c';
import { change, creation, rowSteps, runSteps, type Fields, type Row, type Step } from 'c/recordSteps';
import type { HostPool, PoolMember } from 'types/hostPools';

/**
 * Saves a pool with its members, or nothing of it. `original` is the pool as Salesforce has it; without one a new pool
 * is made.
 * @throws StepsError
 */
export async function savePool(pool: HostPool, original?: HostPool): Promise<void> {
    let poolId = original?.id ?? '';
    const make = creation(
        HOST_POOL.objectApiName,
        () => toFields(pool),
        (id) => (poolId = id)
    );
    const members = rowSteps(
        HOST_POOL_MEMBER.objectApiName,
        pool.members.map(toRow),
        (original?.members ?? []).map(toRow),
        () => ({ HostPool__c: poolId })
    );
    await runSteps([...(original ? changeOf(pool, original) : [make]), ...members]);
}

function changeOf(pool: HostPool, original: HostPool): Step[] {
    const [after, before] = [toFields(pool), toFields(original)];
    const isSame = Object.entries(after).every(([name, value]) => before[name] === value);
    return isSame ? [] : [change(original.id ?? '', after, before)];
}

function toFields({ name, description, isActive }: HostPool): Fields {
    return { Name: name, Description__c: description, IsActive__c: isActive };
}

function toRow({ id, userId, weight, isActive }: PoolMember): Row {
    return { id, fields: { User__c: userId, Weight__c: weight, IsActive__c: isActive } };
}
