import { recordUrl } from '../../platform/fieldView';
import { SetupElement } from '../../platform/setupElement';
import type { SetupColumn } from '../../platform/setupTable';
import { query, valueAt } from '../../platform/soql';
import type { QueryRow } from '../../platform/soql';

interface SetView {
    id: string;
    label: string;
    text: string;
    tableLabel: string;
    assignees: { id: string; name: unknown; url: string; username: unknown }[];
}

const SOQL =
    'SELECT Id, Name, Label, Description, (SELECT Assignee.Id, Assignee.Name, Assignee.Username FROM Assignments) ' +
    'FROM PermissionSet WHERE IsOwnedByProfile = false ORDER BY Label LIMIT 2000';

/** The permission sets and who has them. */
export default class SetupPermissionSets extends SetupElement<SetView[]> {
    columns: SetupColumn[] = [
        { label: 'Assigned To', name: 'name', kind: 'link' },
        { label: 'Username', name: 'username' }
    ];

    protected async load(): Promise<SetView[]> {
        return (await query(SOQL)).map(toSetView);
    }
}

function toSetView(row: QueryRow): SetView {
    const assignments = row.Assignments as { records: QueryRow[] } | null;
    return {
        id: row.Id,
        label: String(row.Label),
        text: `${String(row.Name)}. ${String(row.Description ?? '')}`,
        tableLabel: `Users with ${String(row.Label)}`,
        assignees: (assignments?.records ?? []).map((each) => {
            const id = String(valueAt(each, 'Assignee.Id'));
            const name = valueAt(each, 'Assignee.Name');
            return { id, name, url: recordUrl(id), username: valueAt(each, 'Assignee.Username') };
        })
    };
}
