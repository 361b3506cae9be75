/** Moving between pages of the shell, as `lightning/navigation` does in an org. */
import type { LightningElement } from 'lwc';
import type { MixinConstructor, PageReference } from 'lightning/navigation';
import { urlOf } from '../../platform/pageUrl';
import { currentPage, navigate, onNavigate } from '../../platform/router';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Gives a component `this[NavigationMixin.Navigate](page)` and `this[NavigationMixin.GenerateUrl](page)`. */
export function NavigationMixin<B extends MixinConstructor<LightningElement>>(base: B): B {
    return class extends base {
        [Navigate](page: PageReference, replace?: boolean): void {
            navigate(page, replace);
        }

        [GenerateUrl](page: PageReference): Promise<string> {
            const url = urlOf(page);
            return url === undefined
                ? Promise.reject(new Error(`The dev org has no address for a ${page.type}.`))
                : Promise.resolve(url);
        }
    };
}

NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** Wire: the page shown now. */
export class CurrentPageReference {
    private readonly report: (page: PageReference | undefined) => void;
    private stop: (() => void) | undefined;

    constructor(report: (page: PageReference | undefined) => void) {
        this.report = report;
        report(undefined);
    }

    connect(): void {
        this.stop = onNavigate((page) => this.report(page));
        this.report(currentPage());
    }

    update(): void {}

    disconnect(): void {
        this.stop?.();
        this.stop = undefined;
    }
}
