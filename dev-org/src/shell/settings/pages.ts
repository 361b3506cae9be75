import type { FlexiPage, PageRegion } from '../../metadata/project.ts';
import type { ShellComponent, ShellPage, ShellRegion } from '../../../modules/shellSettings.ts';

/** A flexipage as the shell lays it out. @throws Error for what the shell could only show wrongly */
export function shellPage(page: FlexiPage): ShellPage {
    return {
        name: page.name,
        label: page.label,
        type: page.type,
        ...(page.objectName !== undefined && { objectName: page.objectName }),
        template: page.template,
        regions: page.regions.map((region) => shellRegion(region, page.name))
    };
}

function shellRegion(region: PageRegion, pageName: string): ShellRegion {
    return {
        name: region.name,
        kind: region.kind,
        components: region.items.map((item): ShellComponent => {
            if (item.kind === 'field') {
                throw new Error(`The dev org does not support fields placed on a page: ${item.name} on ${pageName}.`);
            }
            if (item.visibility) {
                throw new Error(`The dev org does not support visibility rules: ${item.name} on ${pageName}.`);
            }
            return { name: item.name, identifier: item.identifier || item.name, properties: item.properties };
        })
    };
}
