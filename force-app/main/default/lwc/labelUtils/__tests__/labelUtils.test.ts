import { fillLabel } from 'c/labelUtils';

describe('c-label-utils fillLabel', () => {
    it.each([
        ['one place', 'Copy {0}', ['Intro call'], 'Copy Intro call'],
        ['moved and repeated places', '{1}: {0}, {0}', ['a', 2], '2: a, a'],
        ['values that look like places or patterns', '{0}', ['$& {0}'], '$& {0}'],
        ['a missing value', '{0} of {1}', ['3'], '3 of {1}'],
        ['no place', 'Copy Link', ['unused'], 'Copy Link']
    ])('fills %s', (_, label, values, filled) => {
        expect(fillLabel(label, ...values)).toBe(filled);
    });
});
