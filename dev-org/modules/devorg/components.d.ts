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
