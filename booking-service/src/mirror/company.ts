import { isBrandColor } from '../pages/brand.ts';
import type { Company } from '../pages/views.ts';
import type { DefinitionStore } from './definitionStore.ts';

/** Tells whose pages these are, as Salesforce and the operator say it now. */
export type CompanyReader = () => Promise<Company>;

/** What stands where Salesforce has not told its company's name yet. */
const NAMELESS = 'Admit One';

/** Reads the company's name, colour and contact from the mirror; the logo is the operator's file, by its path. */
export function companyReader(store: DefinitionStore, logoPath: string | undefined): CompanyReader {
    return async () => {
        const definitions = await store.current();
        const { color, contactAddress } = definitions.brand();
        return {
            name: definitions.companyName() ?? NAMELESS,
            ...(contactAddress !== undefined && { contact: contactAddress }),
            ...(logoPath !== undefined && { logo: logoPath }),
            // A colour that is none is left out: pages must not fail for it.
            ...(color !== undefined && isBrandColor(color) && { brandColor: color })
        };
    };
}
