import { CurrentPageReference } from '@salesforce/sfdx-lwc-jest/src/lightning-stubs/navigation/navigation';

export { CurrentPageReference };

/** Called with each page reference a component navigates to. */
export const navigate = jest.fn();

/** Address of a page reference: `/` and its attributes, in their order. */
export const generateUrl = jest.fn((page) => Promise.resolve(`/${Object.values(page.attributes).join('/')}`));

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** As the platform's, but what components ask of it can be seen: LWC freezes components, so they cannot be spied on. */
export function NavigationMixin(Base) {
    return class extends Base {
        [Navigate](page) {
            navigate(page);
        }

        [GenerateUrl](page) {
            return generateUrl(page);
        }
    };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
