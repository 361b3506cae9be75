/**
 * Puts text on the clipboard. Call it inside a click or key handler: browsers refuse without a user's gesture.
 * @returns false when the browser refuses both ways; never throws.
 */
export async function copyText(text: string): Promise<boolean> {
    return (await writeText(text)) || copyBySelection(text);
}

/**
 * Like {@link copyText} for text that has yet to be made. The copy starts at once, because Safari forgets the
 * user's gesture while we wait.
 * @returns false when the browser refuses or `text` rejects; never throws.
 */
export async function copyTextWhenReady(text: Promise<string>): Promise<boolean> {
    if (await writeItem(text)) return true;
    try {
        return await copyText(await text);
    } catch {
        // The caller holds `text` and learns from it why there is nothing to copy.
        return false;
    }
}

async function writeText(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        // Absent outside secure contexts, refused without permission: the caller has another way.
        return false;
    }
}

async function writeItem(text: Promise<string>): Promise<boolean> {
    const blob = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
    // A browser that takes no promises never looks at it; its rejection is the caller's to report.
    blob.catch(() => undefined);
    try {
        await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
        return true;
    } catch {
        return false;
    }
}

function copyBySelection(text: string): boolean {
    const focused = document.activeElement;
    const field = document.createElement('textarea');
    field.value = text;
    field.readOnly = true;
    // Fixed, so that selecting it does not scroll the page.
    field.style.position = 'fixed';
    field.style.opacity = '0';
    document.body.append(field);
    field.select();
    try {
        return document.execCommand('copy');
    } catch {
        return false;
    } finally {
        field.remove();
        if (focused instanceof HTMLElement) focused.focus();
    }
}
