import { GraphQLError } from 'graphql';
import type { ASTVisitor, ValidationContext } from 'graphql';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { RecordReader } from '../soql/recordReader.ts';

/** What a field of the GraphQL schema shows, kept in its extensions. */
interface Shows {
    object: ObjectSchema;
    field?: FieldSchema;
}

/** A validation rule: to a user who may not read them, objects and fields do not exist. */
export function fieldAccessRule(reader: RecordReader): (context: ValidationContext) => ASTVisitor {
    return (context) => ({
        Field(node) {
            const shows = context.getFieldDef()?.extensions['shows'] as Shows | undefined;
            if (!shows || isReadable(reader, shows)) return;
            const parent = context.getParentType()?.name ?? '';
            context.reportError(
                new GraphQLError(`Field '${node.name.value}' in type '${parent}' is undefined`, { nodes: node })
            );
        }
    });
}

function isReadable(reader: RecordReader, { object, field }: Shows): boolean {
    if (!reader.object(object.name)) return false;
    return !field || reader.canReadField(object, field);
}
