import { reportAll } from 'c/formValidity';

function input(isValid: boolean, asked: boolean[]): Element {
    const element = document.createElement('input');
    element.reportValidity = () => {
        asked.push(isValid);
        return isValid;
    };
    return element;
}

describe('c-form-validity', () => {
    it('asks every input, also after the first fault', () => {
        const asked: boolean[] = [];
        expect(reportAll([input(true, asked), input(false, asked), input(true, asked)])).toBe(false);
        expect(asked).toEqual([true, false, true]);
    });

    it('finds nothing wrong where nothing is', () => {
        expect(reportAll([input(true, [])])).toBe(true);
        expect(reportAll(undefined)).toBe(true);
    });
});
