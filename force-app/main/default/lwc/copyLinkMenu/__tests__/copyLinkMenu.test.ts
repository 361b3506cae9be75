import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import CopyLinkMenu from 'c/copyLinkMenu';
import UnusedLinkDialog from 'c/unusedLinkDialog';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, type Props } from '../../../../../test/mount';

const LINK = { id: 'a01000000000002AAA', name: 'Julio: intro', url: 'https://book.nexora.example/l/julio-intro' };
const SINGLE_USE_URL = /^https:\/\/book\.nexora\.example\/s\/[0-9a-z]{32}$/;

/** What the clipboard holds, oldest first. */
let copied: string[] = [];

function mount(props: Props<CopyLinkMenu> = {}): HTMLElement {
    return mountComponent('c-copy-link-menu', CopyLinkMenu, { link: LINK, place: 'My Links', ...props });
}

function setClipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
    Object.defineProperty(navigator, 'clipboard', { value: writeText && { writeText }, configurable: true });
}

function clickCopy(element: HTMLElement): void {
    findById(element, 'copy')!.click();
}

function selectInMenu(element: HTMLElement, value: 'reusable' | 'single-use'): void {
    findById(element, 'menu')!.dispatchEvent(new CustomEvent('select', { detail: { value } }));
}

/** Names of the menu's items, in order. */
function menuLabels(element: HTMLElement): string[] {
    const items = element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-menu-item');
    return [...items].map(({ label }) => label);
}

function listen(element: HTMLElement, type: string): jest.Mock {
    const listener = jest.fn();
    element.addEventListener(type, (event) => listener((event as CustomEvent).detail));
    return listener;
}

const uncopiedUrlOf = (element: HTMLElement): string =>
    element.shadowRoot!.querySelector<HTMLElement & { url: string }>('c-link-to-copy')!.url;

describe('c-copy-link-menu', () => {
    beforeEach(() => {
        copied = [];
        setClipboard(async (text) => {
            copied.push(text);
        });
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('copies the reusable URL and makes no record', async () => {
        const element = mount();
        const handleCopied = listen(element, 'linkcopied');
        const handleToast = listen(element, 'lightning__showtoast');
        clickCopy(element);
        await flush();
        expect(copied).toEqual([LINK.url]);
        expect(createRecord).not.toHaveBeenCalled();
        expect(handleCopied).toHaveBeenCalledWith({ kind: 'reusable' });
        expect(handleToast).toHaveBeenCalledWith({
            title: 'Link copied',
            message: expect.stringContaining('Julio: intro is on your clipboard'),
            variant: 'success'
        });
    });

    it('copies a new single-use link at every choice', async () => {
        const element = mount();
        const handleToast = listen(element, 'lightning__showtoast');
        selectInMenu(element, 'single-use');
        await flush();
        selectInMenu(element, 'single-use');
        await flush();
        expect(copied).toEqual([expect.stringMatching(SINGLE_USE_URL), expect.stringMatching(SINGLE_USE_URL)]);
        expect(new Set(copied).size).toBe(2);
        expect(createRecord).toHaveBeenCalledTimes(2);
        expect(handleToast).toHaveBeenCalledWith({
            title: 'Single-use link copied',
            message: expect.stringContaining('one booking only'),
            variant: 'success'
        });
    });

    it('copies the reusable URL from the menu as well', async () => {
        const element = mount();
        selectInMenu(element, 'reusable');
        await flush();
        expect(copied).toEqual([LINK.url]);
    });

    it('binds single-use links to the record and the place', async () => {
        const element = mount({ place: 'Record Page', recordId: '00Q000000000001AAA', objectApiName: 'Lead' });
        selectInMenu(element, 'single-use');
        await flush();
        expect(createRecord).toHaveBeenCalledWith({
            apiName: 'SingleUseLink__c',
            fields: expect.objectContaining({ CopiedFrom__c: 'Record Page', Lead__c: '00Q000000000001AAA' })
        });
    });

    it('makes one link for a double click', async () => {
        const element = mount();
        selectInMenu(element, 'single-use');
        selectInMenu(element, 'single-use');
        clickCopy(element);
        await flush();
        expect(createRecord).toHaveBeenCalledTimes(1);
        expect(copied).toHaveLength(1);
    });

    it('says that it is busy while the link is made', async () => {
        let finish: () => void = () => undefined;
        jest.mocked(createRecord).mockReturnValueOnce(
            new Promise((resolve) => {
                finish = () => resolve({ apiName: 'SingleUseLink__c', id: 'a03x', fields: {} });
            })
        );
        const element = mount();
        selectInMenu(element, 'single-use');
        await flush();
        expect(findById(element, 'busy')!.textContent).toBe('Copying the link');
        expect(findById(element, 'copy')!.ariaBusy).toBe('true');
        await expect(element).toBeAccessible();
        finish();
        await flush();
        expect(findById(element, 'busy')!.textContent).toBe('');
    });

    it('shows the URL selected when the clipboard refuses, and claims nothing', async () => {
        setClipboard(() => Promise.reject(new DOMException('denied', 'NotAllowedError')));
        const element = mount();
        const handleCopied = listen(element, 'linkcopied');
        const handleToast = listen(element, 'lightning__showtoast');
        selectInMenu(element, 'single-use');
        await flush();
        await flush();
        expect(uncopiedUrlOf(element)).toMatch(SINGLE_USE_URL);
        expect(handleCopied).not.toHaveBeenCalled();
        expect(handleToast).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    describe('where the person has an unused link', () => {
        const unusedLinks = [
            {
                id: 'a03000000000001AAA',
                number: 'SUL-000001',
                madeAt: '2026-11-19T12:00:00Z',
                copiedFrom: 'Record Page',
                madeFor: 'Dana Whitfield',
                status: 'Active',
                isOpened: false
            }
        ];
        const answer = (choice: boolean | undefined): void => {
            jest.mocked(UnusedLinkDialog.open).mockImplementationOnce((options) => {
                const { choose } = options as unknown as { choose: (revokes: boolean) => void };
                if (choice !== undefined) choose(choice);
                return Promise.resolve();
            });
        };

        beforeEach(() => jest.mocked(createRecord).mockClear());

        it('copies nothing when the question is canceled', async () => {
            answer(undefined);
            selectInMenu(mount({ unusedLinks }), 'single-use');
            await flush();
            expect(createRecord).not.toHaveBeenCalled();
        });

        it.each([
            ['revokes the old one on demand', true, 1],
            ['keeps the old one on demand', false, 0]
        ])('makes a new one and %s', async (_, choice, revoked) => {
            answer(choice);
            jest.mocked(updateRecord).mockClear();
            selectInMenu(mount({ unusedLinks }), 'single-use');
            await flush();
            await flush();
            expect(createRecord).toHaveBeenCalledTimes(1);
            expect(updateRecord).toHaveBeenCalledTimes(revoked);
        });

        it('says so when the old one cannot be revoked', async () => {
            answer(true);
            jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'no access' } });
            const element = mount({ unusedLinks });
            selectInMenu(element, 'single-use');
            await flush();
            await flush();
            const panel = element.shadowRoot!.querySelector<HTMLElement & { message: string }>('c-error-panel')!;
            expect(panel.message).toContain('could not be revoked');
            await expect(element).toBeAccessible();
        });

        it('does not ask for the reusable link', async () => {
            jest.mocked(UnusedLinkDialog.open).mockClear();
            clickCopy(mount({ unusedLinks }));
            await flush();
            expect(UnusedLinkDialog.open).not.toHaveBeenCalled();
        });
    });

    it('takes the shown URL away when the next copy works', async () => {
        setClipboard(undefined);
        const element = mount();
        clickCopy(element);
        await flush();
        expect(uncopiedUrlOf(element)).not.toBe('');
        setClipboard(() => Promise.resolve());
        clickCopy(element);
        await flush();
        expect(uncopiedUrlOf(element)).toBe('');
    });

    it('shows the error panel when Salesforce refuses, and copies nothing', async () => {
        jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'insufficient access' } });
        const element = mount();
        selectInMenu(element, 'single-use');
        await flush();
        const panel = element.shadowRoot!.querySelector<HTMLElement & { errors: unknown }>('c-error-panel')!;
        expect(panel.errors).toEqual({ body: { message: 'insufficient access' } });
        expect(copied).toEqual([]);
        await expect(element).toBeAccessible();
        clickCopy(element);
        await flush();
        expect(element.shadowRoot!.querySelector('c-error-panel')).toBeNull();
    });

    it('names the link for screen readers', () => {
        const element = mount({ hasTextAction: true });
        expect(findById(element, 'copy')!.ariaLabel).toBe('Copy Link: Julio: intro');
        expect(findById(element, 'text-action')!.ariaLabel).toBe('Copy single-use link: Julio: intro');
        expect(findById<HTMLElement & { alternativeText: string }>(element, 'menu')!.alternativeText).toBe(
            'More ways to copy Julio: intro'
        );
    });

    it('makes a single-use link by the text action of a meeting type card', async () => {
        const element = mount({ hasTextAction: true });
        findById(element, 'text-action')!.click();
        await flush();
        expect(copied).toEqual([expect.stringMatching(SINGLE_USE_URL)]);
        expect(createRecord).toHaveBeenCalledWith({
            apiName: 'SingleUseLink__c',
            fields: expect.objectContaining({ CopiedFrom__c: 'Meeting Type Card' })
        });
    });

    it('has no text action unless asked for', () => {
        expect(findById(mount(), 'text-action')).toBeNull();
    });

    it.each([
        ['Allowed', 'Copy Link', ['Copy Link', 'Copy Single-Use Link']],
        ['Default Action', 'Copy Single-Use Link', ['Copy Link', 'Copy Single-Use Link']],
        ['Required', 'Copy Single-Use Link', ['Copy Single-Use Link']]
    ] as const)('offers what the policy %s allows', async (singleUsePolicy, main, menu) => {
        const element = mount({ link: { ...LINK, singleUsePolicy } });
        expect(findById<HTMLElement & { label: string }>(element, 'copy')!.label).toBe(main);
        expect(menuLabels(element)).toEqual(menu);
        clickCopy(element);
        await flush();
        expect(createRecord).toHaveBeenCalledTimes(main === 'Copy Link' ? 0 : 1);
    });

    it.each([
        ['reusable', LINK.url, 'Copy Link: Julio: intro'],
        ['single-use', expect.stringMatching(SINGLE_USE_URL), 'Copy Single-Use Link: Julio: intro']
    ] as const)('can be one button for a %s link, in words of its place', async (kind, url, name) => {
        const element = mount({ kind, label: 'Copy' });
        expect(findById(element, 'menu')).toBeNull();
        expect(findById(element, 'copy')).toMatchObject({ label: 'Copy', ariaLabel: name });
        clickCopy(element);
        await flush();
        expect(copied).toEqual([url]);
        await expect(element).toBeAccessible();
    });

    it('is accessible', async () => {
        await expect(mount({ hasTextAction: true })).toBeAccessible();
    });
});
