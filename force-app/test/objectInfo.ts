import { getObjectInfo } from 'lightning/uiObjectInfoApi';

/** What sfdx-lwc-jest adds to the wire about objects. */
interface ObjectInfoWire {
    emit(info: unknown): void;
    error(body?: unknown, status?: number): void;
}

/** The wire about objects of the component under test. */
// eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages -- Under test it is the stub, which answers.
export const objectInfoWire = getObjectInfo as unknown as ObjectInfoWire;

/** What the platform tells an admin of `BookingLink__c`, or somebody else. */
export function bookingLinkInfo(isAdmin: boolean): object {
    return { apiName: 'BookingLink__c', fields: { ManagedLink__c: { updateable: isAdmin } } };
}
