import { objectFolders, readDocuments } from './metadata/forceApp.ts';
import { ownFiles, readText } from './support/repository.ts';

const folders = [...objectFolders(readDocuments()).values()];
const fields = folders.flatMap((folder) => [...folder.fields.values()]);
const relationships = fields.flatMap(({ name, referenceTo, xml }) =>
    referenceTo === undefined
        ? []
        : [
              name.replace(/__c$/, '__r'),
              ...xml.children.filter((child) => child.name === 'relationshipName').map(({ text }) => `${text}__r`)
          ]
);
const known = new Set([...folders.map(({ name }) => name), ...fields.map(({ name }) => name), ...relationships]);

/** API names of custom objects, fields and relationships in a text. */
const apiNamesIn = (text: string): string[] =>
    [...text.matchAll(/\b[A-Z][A-Za-z0-9]*__(?:c|r|mdt)\b/g)].map(([name]) => name);

const sources = ownFiles().filter(
    (file) =>
        /^(force-app\/main\/default\/lwc|booking-service\/src|chrome-extension|dev-org\/(src|seed)|scripts|types)\/.*\.(ts|html)$/.test(
            file
        ) && !/\.test\.ts$|\/__tests__\/|\/testing\//.test(file)
);

describe('API names', () => {
    it.each(sources.map((file) => [file]))('in %s exist in force-app', (file) => {
        // Examples in comments may speak of objects that are not ours.
        const code = readText(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
        expect(apiNamesIn(code).filter((name) => !known.has(name))).toEqual([]);
    });
});

describe('an API name', () => {
    it('is found as object, field and relationship', () => {
        const query = 'SELECT BookingLink__r.Slug__c, Name FROM SingleUseLink__c';
        expect(apiNamesIn(query)).toEqual(['BookingLink__r', 'Slug__c', 'SingleUseLink__c']);
    });
});

describe('docs/data-model.md', () => {
    const page = readText('docs/data-model.md');
    const named = new Set(apiNamesIn(page));

    it('names every object and field', () => {
        const declared = [
            ...folders.filter(({ xml }) => xml).map(({ name }) => name),
            ...fields.map(({ name }) => name)
        ];
        expect(declared.filter((name) => !named.has(name) && !page.includes(`.${name}`))).toEqual([]);
    });

    it('names nothing that does not exist', () => {
        expect([...named].filter((name) => !known.has(name))).toEqual([]);
    });
});
