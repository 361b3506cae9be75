import { readPreference, rememberPreference } from 'c/preferences';

const FALLBACK = { isOpen: false, search: '' };

describe('c-preferences', () => {
    afterEach(() => {
        window.localStorage.clear();
        jest.restoreAllMocks();
    });

    it('gives the fallback until something is remembered, and what was remembered from then on', () => {
        expect(readPreference('logs', FALLBACK)).toEqual(FALLBACK);
        rememberPreference('logs', { isOpen: true, search: 'ada' });
        expect(readPreference('logs', FALLBACK)).toEqual({ isOpen: true, search: 'ada' });
        expect(readPreference('other', FALLBACK)).toEqual(FALLBACK);
    });

    it('takes only fields that are still known and still of the same kind', () => {
        rememberPreference('logs', { isOpen: 'yes', search: 'ada', gone: 1 });
        expect(readPreference('logs', FALLBACK)).toEqual({ isOpen: false, search: 'ada' });
    });

    it.each(['not JSON', '"text"', 'null'])('gives the fallback when the browser holds %s', (text) => {
        rememberPreference('logs', {});
        window.localStorage.setItem(window.localStorage.key(0)!, text);
        expect(readPreference('logs', FALLBACK)).toEqual(FALLBACK);
    });

    it('works in a browser that keeps nothing', () => {
        const refuse = (): never => {
            throw new DOMException('refused', 'SecurityError');
        };
        jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
        jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
        rememberPreference('logs', { isOpen: true });
        expect(readPreference('logs', FALLBACK)).toEqual(FALLBACK);
    });
});
