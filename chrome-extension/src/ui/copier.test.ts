/** @jest-environment jsdom */
import type { OwnedLink } from '../salesforce/bookingLinks.ts';
import { copyKinds } from './copier.ts';

const withPolicy = (singleUsePolicy: OwnedLink['singleUsePolicy']): OwnedLink => ({ singleUsePolicy }) as OwnedLink;

describe('what can be copied of a link', () => {
    it.each([
        ['Allowed', 'reusable', ['reusable', 'single-use']],
        ['Allowed', 'single-use', ['single-use', 'reusable']],
        ['Default Action', 'reusable', ['single-use', 'reusable']],
        ['Required', 'reusable', ['single-use']]
    ] as const)('by policy %s and option %s is %j', (policy, preferred, expected) => {
        expect(copyKinds(withPolicy(policy), preferred)).toEqual(expected);
    });
});
