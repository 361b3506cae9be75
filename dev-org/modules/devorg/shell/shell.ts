import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import type { PageReference } from 'lightning/navigation';
import type { ToastConfig } from 'lightning/platformShowToastEvent';
import { followShellLinks } from '../../platform/links';
import { currentPage, onNavigate } from '../../platform/router';
import { onTitle } from '../../platform/title';

/** The whole window: header, navigation and the page that the address bar names. */
export default class Shell extends LightningElement {
    page: PageReference | undefined = currentPage();
    /** Read out after each navigation. */
    announcement = '';

    connectedCallback(): void {
        onTitle((title) => {
            this.announcement = title;
        });
        onNavigate((page) => {
            this.page = page;
            window.scrollTo(0, 0);
            this.focusMain();
        });
        // On the body and not in the template: modals stand outside of the shell.
        document.body.addEventListener('click', followShellLinks);
        document.body.addEventListener('lightning__showtoast', showToast);
    }

    handleSkipClick(event: Event): void {
        event.preventDefault();
        this.focusMain();
    }

    private focusMain(): void {
        this.template?.querySelector('main')?.focus({ preventScroll: true });
    }
}

// The base components' own toasts use the same event, and their container listens on the body too: it must not see ours.
function showToast(event: Event): void {
    const detail = (event as CustomEvent<ToastConfig & { toast?: unknown }>).detail;
    if (detail.toast) return;
    event.stopImmediatePropagation();
    const { title = '', message = '', messageData = [], variant = 'info', mode = 'dismissible' } = detail;
    Toast.show({ label: title, message: fillIn(message, messageData), variant, mode });
}

function fillIn(message: string, data: NonNullable<ToastConfig['messageData']>): string {
    return message.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
        const item = data[Number(index)];
        if (item === undefined) return placeholder;
        return typeof item === 'string' ? item : item.label;
    });
}
