import LinkPages from 'c/linkPages';
import { aLink } from '../../../../../test/links';
import { flush } from '../../../../../test/flush';
import { mountComponent } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

const answer = (...names: string[]): object => ({
    uiapi: {
        query: {
            BookingLink__c: {
                edges: names.map((name) => ({ node: nodeOf(name) })),
                pageInfo: { hasNextPage: true }
            }
        }
    }
});

function nodeOf(name: string): object {
    const { id, slug, url } = aLink();
    const field = (value: unknown): object => ({ value });
    return {
        Id: id,
        Name: field(name),
        Slug__c: field(slug),
        Url__c: field(url),
        ...Object.fromEntries(
            [
                'Description__c',
                'IsActive__c',
                'IsEmbeddable__c',
                'IsInLibrary__c',
                'ExpiresAt__c',
                'CreatedDate',
                'LinkType__c',
                'OwnerId'
            ].map((key) => [key, field(null)])
        ),
        Owner: null,
        MeetingType__r: null,
        LinkHosts__r: null,
        SingleUseLinks__r: null
    };
}

describe('c-link-pages', () => {
    afterEach(() => document.body.replaceChildren());

    it('asks for 24 links by name and shows nothing itself', async () => {
        const element = mountComponent('c-link-pages', LinkPages);
        await flush();
        expect(graphqlWire.getLastConfig().variables).toEqual({
            where: {},
            orderBy: { Name: { order: 'ASC', nulls: 'LAST' }, Id: { order: 'ASC' } },
            first: 24
        });
        graphqlWire.emit(answer('Intro'));
        await flush();
        expect(element.shadowRoot!.childElementCount).toBe(0);
        await expect(element).toBeAccessible();
    });
});
