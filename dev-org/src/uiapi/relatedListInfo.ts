import { columnField } from '../metadata/columnNames.ts';
import { documentsOf } from '../metadata/documents.ts';
import { all, textOf } from '../metadata/xmlElement.ts';
import type { Documents, XmlElement } from '../metadata/xmlElement.ts';
import { json } from '../http/route.ts';
import type { OrgRequest, Route } from '../http/route.ts';
import { notFound } from '../salesforceError.ts';
import type { ChildRelationship, FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { RecordReader } from '../soql/recordReader.ts';
import { readerFor } from './findRecord.ts';
import type { UiOrg } from './findRecord.ts';
import { MASTER_RECORD_TYPE_ID } from './objectInfo.ts';

const INFO = '/services/data/:version/ui-api/related-list-info/:parent';

/** What related lists look like: their columns as the parent's page layout names them. */
export function relatedListInfoRoutes(org: UiOrg & { documents: Documents }): Route[] {
    return [
        {
            method: 'GET',
            pattern: INFO,
            about: 'the related lists of an object',
            handle(request) {
                const { reader, parent } = findParent(org, request);
                return json({
                    ...{ parentObjectApiName: parent.name, parentRecordTypeId: MASTER_RECORD_TYPE_ID },
                    relatedLists: listsOf(reader, parent).map((list) => summary(list, parent, request.apiVersion))
                });
            }
        },
        {
            method: 'GET',
            pattern: `${INFO}/:list`,
            about: 'the columns of a related list, by the page layout of the parent; `fields` adds more',
            handle(request) {
                const { reader, parent } = findParent(org, request);
                const name = (request.params['list'] ?? '').toLowerCase();
                const list = listsOf(reader, parent).find(
                    ({ relationship }) => relationship.name.toLowerCase() === name
                );
                if (!list) throw notFound();
                const layout = layoutOf(org.documents, parent, list);
                return json(info(reader, { list, parent, layout, asked: askedFields(request, list.child) }));
            }
        }
    ];
}

/** A child relationship whose records the caller may read. */
interface List {
    relationship: ChildRelationship;
    child: ObjectSchema;
}

function findParent(org: UiOrg, request: OrgRequest): { reader: RecordReader; parent: ObjectSchema } {
    const reader = readerFor(org, request);
    const parent = reader.object(request.params['parent'] ?? '');
    if (!parent) throw notFound();
    return { reader, parent };
}

function listsOf(reader: RecordReader, parent: ObjectSchema): List[] {
    return parent.childRelationships.flatMap((relationship) => {
        const child = reader.object(relationship.childObject);
        return child && reader.field(child, relationship.childField) ? [{ relationship, child }] : [];
    });
}

function summary({ relationship, child }: List, parent: ObjectSchema, apiVersion: string) {
    return {
        ...{ entityLabel: child.label, entityLabelPlural: child.pluralLabel, fieldApiName: relationship.childField },
        ...{
            keyPrefix: child.keyPrefix,
            label: child.pluralLabel,
            objectApiName: child.name,
            parentApiName: parent.name
        },
        relatedListId: relationship.name,
        relatedListInfoUrl: `/services/data/v${apiVersion}/ui-api/related-list-info/${parent.name}/${relationship.name}`
    };
}

/** The list's part of the parent's page layout, where the project has one. */
function layoutOf(documents: Documents, parent: ObjectSchema, { relationship, child }: List): XmlElement | undefined {
    const name = `${child.name}.${relationship.childField}`;
    return [...documentsOf(documents, 'layouts', '.layout-meta.xml')]
        .filter(([file]) => decodeURIComponent(file).startsWith(`${parent.name}-`))
        .flatMap(([, layout]) => all(layout, 'relatedLists'))
        .find((list) => textOf(list, 'relatedList') === name);
}

function askedFields({ query }: OrgRequest, child: ObjectSchema): string[] {
    return ['fields', 'optionalFields']
        .flatMap((option) => query.getAll(option).flatMap((value) => value.split(',')))
        .filter((name) => name !== '')
        .map((name) => name.replace(new RegExp(`^${child.name}\\.`, 'i'), ''));
}

interface InfoParts {
    list: List;
    parent: ObjectSchema;
    layout: XmlElement | undefined;
    asked: string[];
}

function info(reader: RecordReader, { list: { relationship, child }, parent, layout, asked }: InfoParts) {
    const own = layout ? all(layout, 'fields').map(({ text }) => columnField(text)) : [];
    const names = new Set([...(own.length > 0 ? own : [child.nameField]), ...asked]);
    const fields = [...names].flatMap((name) => reader.field(child, name) ?? []);
    const sortField = layout && textOf(layout, 'sortField');
    return {
        ...{ cloneable: false, createable: false, deletable: false, updateable: false, visibility: 'Public' },
        displayColumns: fields.map((field) => column(field, child)),
        ...{ fieldApiName: relationship.childField, filterLogicString: null, filteredByInfo: [] },
        label: child.pluralLabel,
        listReference: {
            ...{ id: null, inContextOfRecordId: null, listViewApiName: null, parentObjectApiName: parent.name },
            ...{ recordTypeId: MASTER_RECORD_TYPE_ID, relatedListId: relationship.name, type: 'relatedList' }
        },
        objectApiNames: [child.name],
        orderedByInfo: sortField
            ? [
                  {
                      fieldApiName: columnField(sortField),
                      isAscending: textOf(layout, 'sortOrder') !== 'Desc',
                      label: reader.field(child, columnField(sortField))?.label ?? sortField
                  }
              ]
            : [],
        userPreferences: { columnWidths: {}, columnWrap: {} }
    };
}

function column(field: FieldSchema, child: ObjectSchema) {
    const isName = field.name === child.nameField;
    return {
        ...{ dataType: field.type, fieldApiName: field.name, fieldId: `${child.name}.${field.name}` },
        ...{ inlineEditAttributes: null, label: field.label },
        lookupId: isName ? 'Id' : field.reference ? `${field.reference.relationshipName}.Id` : null,
        sortable: field.isFilterable
    };
}
