import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import { currentApp, tabUrl, tabsOf } from '../../platform/apps';
import { goTo } from '../../platform/router';
import { findObject, settings } from '../../platform/settings';
import { SETUP_PAGE, SETUP_SECTIONS } from '../../platform/setupSections';
import { setTitle } from '../../platform/title';
import type { ShellPage } from '../../shellSettings';

interface View {
    /** Pages with another key are made anew, as in Lightning. */
    key: string;
    list?: { objectApiName: string; isNew: boolean };
    record?: { objectApiName: string; recordId: string };
    app?: { label: string; page: ShellPage | undefined; componentName: string };
    setup?: string;
    problem?: string;
}

/** Chooses what to show for a page reference. */
export default class Page extends LightningElement {
    /** Undefined when the address is no page. */
    @api
    get page(): PageReference | undefined {
        return this.reference;
    }
    set page(page: PageReference | undefined) {
        this.reference = page;
        if (this.views.some(({ problem }) => problem)) setTitle('Page not found');
        if (page?.type === 'standard__namedPage') openFirstTab();
    }

    private reference: PageReference | undefined = undefined;

    get views(): View[] {
        return this.reference ? [viewOf(this.reference)] : [{ key: 'none', problem: 'This address is no page.' }];
    }
}

function openFirstTab(): void {
    const [first] = tabsOf(currentApp());
    // Not during rendering: the address is being read right now.
    if (first) queueMicrotask(() => goTo(tabUrl(first), true));
}

function viewOf({ type, attributes = {} }: PageReference): View {
    const text = (name: string): string => String(attributes[name] ?? '');
    const key = [type, ...Object.values(attributes)].join('/');
    switch (type) {
        case 'standard__objectPage':
            return { key, ...objectView(text('objectApiName'), text('actionName')) };
        case 'standard__recordPage':
            return { key, ...recordView(text('objectApiName'), text('recordId'), text('actionName')) };
        case 'standard__navItemPage':
            return { key, ...tabView(text('apiName')) };
        case 'standard__component': {
            const componentName = text('componentName').replace(/^c__/, '');
            return { key, app: { label: componentName, page: undefined, componentName } };
        }
        case SETUP_PAGE:
            // One key for all: the menu keeps the focus.
            return { key: SETUP_PAGE, ...setupView(text('setupName')) };
        default:
            return { key };
    }
}

function objectView(objectApiName: string, actionName: string): Omit<View, 'key'> {
    if (!findObject(objectApiName)) return { problem: `There is no object ${objectApiName}, or you may not see it.` };
    if (actionName !== 'list' && actionName !== 'new')
        return { problem: `The dev org does not support the object page "${actionName}".` };
    return { list: { objectApiName, isNew: actionName === 'new' } };
}

function recordView(objectApiName: string, recordId: string, actionName: string): Omit<View, 'key'> {
    if (!findObject(objectApiName)) return { problem: `There is no object ${objectApiName}, or you may not see it.` };
    if (actionName !== 'view') return { problem: `The dev org does not support the record page "${actionName}".` };
    return { record: { objectApiName, recordId } };
}

function setupView(name: string): Omit<View, 'key'> {
    const isKnown = SETUP_SECTIONS.some((section) => section.name === name);
    return isKnown ? { setup: name } : { problem: `The dev org has no Setup page ${name}.` };
}

function tabView(name: string): Omit<View, 'key'> {
    const tab = settings.tabs.find((each) => each.name === name);
    if (!tab) return { problem: `There is no tab ${name}, or you may not see it.` };
    if (tab.kind === 'object') return { list: { objectApiName: tab.target, isNew: false } };
    const page = settings.pages.find((each) => tab.kind === 'flexipage' && each.name === tab.target);
    return { app: { label: tab.label, page, componentName: tab.kind === 'component' ? tab.target : '' } };
}
