/** Made by the bundler: the product's components that pages may hold, by bundle name. */
declare module 'devorg/components' {
    import type { LightningElement } from 'lwc';

    export const components: Record<string, () => Promise<{ default: new () => LightningElement }>>;
}

declare module 'devorg/shell' {
    import { LightningElement } from 'lwc';

    export default class Shell extends LightningElement {}
}

declare module 'devorg/appLauncher' {
    import LightningModal from 'lightning/modal';

    export default class AppLauncher extends LightningModal {}
}

declare module 'devorg/quickActionModal' {
    import LightningModal from 'lightning/modal';

    export default class QuickActionModal extends LightningModal {
        /** Bundle name. */
        component: string;
        recordId: string;
        objectApiName: string;
    }
}

declare module 'devorg/recordForm' {
    import LightningModal from 'lightning/modal';

    /** Closes with the id of the saved record. */
    export default class RecordForm extends LightningModal {
        objectApiName: string;
        recordId: string;
    }
}

declare module 'lightning/confirm' {
    const LightningConfirm: {
        open(options: { label: string; message: string; theme?: string }): Promise<boolean>;
    };
    export default LightningConfirm;
}

declare module 'lightning/toast' {
    export interface ToastOptions {
        label: string;
        message?: string;
        variant?: string;
        mode?: string;
    }
    const Toast: { show(options: ToastOptions, element?: object): void };
    export default Toast;
}
