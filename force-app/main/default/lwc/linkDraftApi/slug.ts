/** As `BookingLink__c.Slug__c` holds. */
export const MAX_SLUG_LENGTH = 60;

/** Whether Salesforce takes a text as the address of a link. */
export function isSlug(text: string): boolean {
    return text.length <= MAX_SLUG_LENGTH && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** An address made of a name; empty when the name has no letter or digit that addresses can have. */
export function suggestSlug(name: string): string {
    return name
        .normalize('NFD')
        .replace(/\p{Diacritic}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, MAX_SLUG_LENGTH)
        .replace(/^-|-$/g, '');
}
