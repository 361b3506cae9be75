import { LightningElement, api } from 'lwc';
import { navigate } from '../../platform/router';
import { SETUP_SECTIONS, setupPage } from '../../platform/setupSections';
import type { SetupSection } from '../../platform/setupSections';
import { setTitle } from '../../platform/title';

/** Setup: a menu of its pages and the chosen one. */
export default class Setup extends LightningElement {
    sections = SETUP_SECTIONS;

    private section = '';

    @api
    get sectionName(): string {
        return this.section;
    }
    set sectionName(name: string) {
        this.section = name;
        setTitle(`${this.label} | Setup`);
    }

    get label(): string {
        return this.current?.label ?? '';
    }

    get isUsers(): boolean {
        return this.section === 'ManageUsers';
    }

    get isPermissionSets(): boolean {
        return this.section === 'PermSets';
    }

    get isDeployments(): boolean {
        return this.section === 'DeployStatus';
    }

    get isUsage(): boolean {
        return this.section === 'ApiUsage';
    }

    handleSelect(event: CustomEvent<{ name: string }>): void {
        if (event.detail.name !== this.section) navigate(setupPage(event.detail.name));
    }

    private get current(): SetupSection | undefined {
        return SETUP_SECTIONS.find(({ name }) => name === this.section);
    }
}
