import { markdownTable } from '../../docs/markdown.ts';
import type { FieldRight, MeasuredObject, ObjectRights, Principal } from './measure.ts';

/** Writes docs/permission-matrix.md: a table for each kind of user. */
export function describeMatrix(measured: { principal: Principal; objects: MeasuredObject[] }[]): string {
    const sections = measured.map(({ principal, objects }) =>
        [
            `## ${principal.name}`,
            '',
            principal.permissionSets.length === 0
                ? `The profile *${principal.profile}* and none of our permission sets.`
                : `The profile *${principal.profile}* and the permission set ${principal.permissionSets.map((name) => `\`${name}\``).join(', ')}.`,
            '',
            markdownTable(COLUMNS, objects.map(objectRow))
        ].join('\n')
    );
    return `${INTRODUCTION}\n\n${sections.join('\n\n')}\n`;
}

const INTRODUCTION = `# Permission matrix

What each kind of user can do. \`npm run docs:dev-org\` writes this page by trying every operation on every object and every custom field through the REST API of the dev org; a test compares the outcome with the permission sets in force-app, and fails when this page is out of date.

- **Own**: may create (C), read (R), edit (E) and delete (D) records it owns; details follow their master.
- **Others'**: sees (S) or changes (C) records of somebody unrelated, by View All, Modify All or the sharing default.
- Everybody here begins with a minimum access profile, so all they may do comes from the permission sets. Fields listed for the platform's own objects are the custom ones; permissions on Events are \`Access Activities\` and \`Edit Events\`.
- Fields that a record cannot be saved without are open to whoever may reach the object.`;

const COLUMNS = ['Object', 'Own', "Others'", 'Fields it changes', 'Fields it only reads', 'Fields it does not see'];

function objectRow({ object, rights, fields }: MeasuredObject): string[] {
    const named = (wanted: FieldRight): string =>
        [...fields]
            .filter(([, right]) => right === wanted)
            .map(([name]) => name.replace(/__c$/, ''))
            .join(', ');
    if (!rights.read) return [`\`${object.name}\``, '–', '–', '', '', fields.size > 0 ? 'all' : ''];
    return [`\`${object.name}\``, own(rights), others(rights), named('edit'), named('read'), named('none')];
}

function own(rights: ObjectRights): string {
    const letters = [rights.create && 'C', rights.read && 'R', rights.edit && 'E', rights.delete && 'D'];
    return letters.filter(Boolean).join(' ');
}

function others({ seesOthers, changesOthers }: ObjectRights): string {
    return [seesOthers && 'S', changesOthers && 'C'].filter(Boolean).join(' ') || '–';
}
