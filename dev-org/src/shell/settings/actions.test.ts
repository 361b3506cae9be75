import type { FlexiPage, QuickAction } from '../../metadata/project.ts';
import { objectActions } from './actions.ts';

const action = (name: string, objectName = 'Lead'): QuickAction => ({
    ...{ name: `${objectName}.${name}`, objectName, label: name, component: 'card', kind: 'screen' }
});
const QUICK_ACTIONS = [action('Copy'), action('Share'), action('Copy', 'Case')];

function page(properties: Record<string, string | string[]>): FlexiPage {
    const panel = { kind: 'component', name: 'force:highlightsPanel', identifier: 'panel', properties } as const;
    return {
        ...{ name: 'LeadPage', label: 'Lead', type: 'RecordPage', objectName: 'Lead', template: '' },
        regions: [{ name: 'header', kind: 'Region', items: [{ ...panel, visibility: undefined }] }]
    };
}

function namesOf(flexipages: FlexiPage[], actions?: string[]): string[] {
    const project = { quickActions: QUICK_ACTIONS, flexipages };
    return objectActions('Lead', project, { sections: [], actions }).map(({ name }) => name);
}

describe('objectActions', () => {
    it('takes those of the Lightning page before those of the layout, in their order', () => {
        const dynamic = page({ actionNames: ['Edit', 'Lead.Share', 'Lead.Copy'] });
        expect(namesOf([dynamic], ['Lead.Copy'])).toEqual(['Lead.Share', 'Lead.Copy']);
    });

    it('takes those of the layout where the page leaves them to it', () => {
        expect(namesOf([page({})], ['Lead.Copy'])).toEqual(['Lead.Copy']);
        expect(namesOf([page({})], [])).toEqual([]);
    });

    it('takes all of the object where neither says', () => {
        expect(namesOf([])).toEqual(['Lead.Copy', 'Lead.Share']);
    });
});
