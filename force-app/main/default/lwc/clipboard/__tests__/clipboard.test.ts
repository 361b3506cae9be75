import { copyText, copyTextWhenReady } from 'c/clipboard';

type Clipboard = { write?: jest.Mock; writeText?: jest.Mock };

/** Gives the page a browser's clipboard; undefined: a browser without one. */
function setClipboard(clipboard: Clipboard | undefined): void {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
}

function setExecCommand(execCommand: ((command: string) => boolean) | undefined): void {
    Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });
}

/** Keeps what it was given, as the browser's class does. */
class FakeClipboardItem {
    readonly items: Record<string, Promise<Blob>>;
    constructor(items: Record<string, Promise<Blob>>) {
        this.items = items;
    }
}

const refuse = (): jest.Mock => jest.fn().mockRejectedValue(new DOMException('denied', 'NotAllowedError'));

describe('c-clipboard', () => {
    afterEach(() => {
        setClipboard(undefined);
        setExecCommand(undefined);
        Reflect.deleteProperty(globalThis, 'ClipboardItem');
        document.body.replaceChildren();
    });

    it('writes to the clipboard', async () => {
        const writeText = jest.fn().mockResolvedValue(undefined);
        setClipboard({ writeText });
        expect(await copyText('https://a.example/l/x')).toBe(true);
        expect(writeText).toHaveBeenCalledWith('https://a.example/l/x');
    });

    it.each([
        ['refuses', { writeText: refuse() }],
        ['is absent', undefined]
    ])('copies from a selected field when the clipboard %s', async (_, clipboard) => {
        setClipboard(clipboard);
        let selected = '';
        setExecCommand((command) => {
            const field = document.body.lastElementChild as HTMLTextAreaElement;
            selected = `${command}: ${field.value.slice(field.selectionStart, field.selectionEnd)}`;
            return true;
        });
        expect(await copyText('text')).toBe(true);
        expect(selected).toBe('copy: text');
    });

    it('leaves no field behind and gives the focus back', async () => {
        const button = document.body.appendChild(document.createElement('button'));
        button.focus();
        setExecCommand(() => true);
        await copyText('text');
        expect([...document.body.children]).toEqual([button]);
        expect(document.activeElement).toBe(button);
    });

    it.each([
        ['answers false', () => false],
        [
            'throws',
            () => {
                throw new Error('not allowed');
            }
        ],
        ['is absent', undefined]
    ])('says false when the clipboard refuses and execCommand %s', async (_, execCommand) => {
        setClipboard({ writeText: refuse() });
        setExecCommand(execCommand);
        expect(await copyText('text')).toBe(false);
    });

    it('starts to copy before the text is ready', async () => {
        const write = jest.fn((items: FakeClipboardItem[]) => Promise.all(Object.values(items[0]!.items)));
        setClipboard({ write });
        Object.assign(globalThis, { ClipboardItem: FakeClipboardItem });
        let makeReady: (text: string) => void = () => undefined;
        const copied = copyTextWhenReady(
            new Promise((resolve) => {
                makeReady = resolve;
            })
        );
        expect(write).toHaveBeenCalledTimes(1);
        makeReady('late');
        expect(await copied).toBe(true);
        const blob = await write.mock.calls[0]![0][0]!.items['text/plain'];
        expect([blob!.type, blob!.size]).toEqual(['text/plain', 4]);
    });

    it('writes late text the old way where items are unknown', async () => {
        const writeText = jest.fn().mockResolvedValue(undefined);
        setClipboard({ writeText });
        expect(await copyTextWhenReady(Promise.resolve('late'))).toBe(true);
        expect(writeText).toHaveBeenCalledWith('late');
    });

    it('says false when the text cannot be made', async () => {
        const writeText = jest.fn();
        setClipboard({ writeText });
        expect(await copyTextWhenReady(Promise.reject(new Error('no link')))).toBe(false);
        expect(writeText).not.toHaveBeenCalled();
    });
});
