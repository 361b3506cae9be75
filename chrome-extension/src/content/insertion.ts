/** What to put into a field. */
export interface Insertion {
    url: string;
    /** What the hyperlink reads where a field can show one. */
    linkText: string;
    /** Lines before the link, such as suggested times; may be none. */
    lines: string[];
}

const TEXT_INPUTS = ['', 'text', 'search', 'url', 'email', 'tel'];

/** Whether the focused element of a page takes text. */
export function hasEditableFocus(page: Document): boolean {
    return editableFocus(page) !== undefined;
}

/** Puts a link where the caret stands. @returns false when nothing editable has the focus */
export function insertAtCaret(page: Document, insertion: Insertion): boolean {
    const target = editableFocus(page);
    if (!target) return false;
    if (target instanceof HTMLElement && isRich(target)) insertRich(page, target, insertion);
    else insertText(page, target as HTMLInputElement | HTMLTextAreaElement, insertion);
    return true;
}

function editableFocus(page: Document): HTMLElement | undefined {
    let focused: Element | null = page.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (focused instanceof HTMLTextAreaElement) return isOpen(focused) ? focused : undefined;
    if (focused instanceof HTMLInputElement) {
        return isOpen(focused) && TEXT_INPUTS.includes(focused.type) ? focused : undefined;
    }
    return focused instanceof HTMLElement && isRich(focused) ? focused : undefined;
}

function isOpen({ disabled, readOnly }: HTMLInputElement | HTMLTextAreaElement): boolean {
    return !disabled && !readOnly;
}

function isRich(element: HTMLElement): boolean {
    return element.isContentEditable || element.ownerDocument.designMode === 'on';
}

function insertText(page: Document, field: HTMLInputElement | HTMLTextAreaElement, insertion: Insertion): void {
    const separator = field instanceof HTMLTextAreaElement ? '\n' : ' ';
    const text = [...insertion.lines, insertion.url].join(separator);
    // The editing command keeps undo and tells the page's own code, as typing would.
    if (command(page, 'insertText', text)) return;
    const { selectionStart, selectionEnd, value } = field;
    const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length];
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

function insertRich(page: Document, field: HTMLElement, { url, linkText, lines }: Insertion): void {
    const content = page.createElement('div');
    for (const line of lines) content.append(line, page.createElement('br'));
    const link = page.createElement('a');
    link.href = url;
    link.textContent = linkText;
    content.append(link);
    if (command(page, 'insertHTML', content.innerHTML)) return;
    insertNodes(page, field, content);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}

function insertNodes(page: Document, field: HTMLElement, content: HTMLElement): void {
    const selection = page.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    const nodes = page.createDocumentFragment();
    nodes.append(...content.childNodes);
    if (range && field.contains(range.commonAncestorContainer)) {
        range.deleteContents();
        range.insertNode(nodes);
        range.collapse(false);
    } else {
        field.append(nodes);
    }
}

function command(page: Document, name: 'insertText' | 'insertHTML', value: string): boolean {
    try {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else keeps undo and tells every editor.
        return page.execCommand(name, false, value);
    } catch {
        // An editor that has no commands: the caller has another way.
        return false;
    }
}
