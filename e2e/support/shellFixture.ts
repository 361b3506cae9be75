import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedNexora } from '../../dev-org/seed/nexora.ts';
import { startDevOrg } from '../../dev-org/src/devOrg.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { PROJECT_DIR } from './local.ts';

const SOURCE = 'force-app/main/default';
const API_VERSION = '66.0';

/** Components that fail, and components behind quick actions; the product has neither. */
const BUNDLES: Record<string, { script: string; template: string }> = {
    failsToRender: {
        script: `import { LightningElement } from 'lwc';
            export default class FailsToRender extends LightningElement {
                get text() { throw new TypeError('Nothing to render'); }
            }`,
        template: '<p>{text}</p>'
    },
    failsOnClick: {
        script: `import { LightningElement } from 'lwc';
            export default class FailsOnClick extends LightningElement {
                handleClick() { throw new RangeError('Clicked too far'); }
            }`,
        template: '<lightning-button label="Fail now" onclick={handleClick}></lightning-button>'
    },
    relatedLinks: {
        script: `import { LightningElement, api, wire } from 'lwc';
            import { getRelatedListCount, getRelatedListInfo, getRelatedListRecords, getRelatedListRecordsBatch,
                getRelatedListsInfo } from 'lightning/uiRelatedListApi';
            const LIST = 'SingleUseLinks__r';
            const FIELDS = ['SingleUseLink__c.Name'];
            export default class RelatedLinks extends LightningElement {
                @api recordId; @api objectApiName;
                sortBy = ['-SingleUseLink__c.Name'];
                lists = [{ relatedListId: LIST, fields: FIELDS }, { relatedListId: 'Nopes__r', fields: FIELDS }];
                fields = FIELDS;
                @wire(getRelatedListRecords, { parentRecordId: '$recordId', relatedListId: LIST, fields: '$fields',
                    sortBy: '$sortBy', pageSize: 2 }) records;
                @wire(getRelatedListCount, { parentRecordId: '$recordId', relatedListId: LIST }) number;
                @wire(getRelatedListInfo, { parentObjectApiName: 'BookingLink__c', relatedListId: LIST }) info;
                @wire(getRelatedListsInfo, { parentObjectApiName: '$objectApiName' }) all;
                @wire(getRelatedListRecordsBatch, { parentRecordId: '$recordId', relatedListParameters: '$lists' }) batch;
                @wire(getRelatedListRecords, { parentRecordId: '$recordId', relatedListId: 'Nopes__r', fields: '$fields' }) wrong;
                get facts() {
                    return [
                        'names ' + this.records.data?.records.map(({ fields }) => fields.Name.value).join(),
                        'more ' + (this.records.data?.nextPageToken !== null),
                        'count ' + this.number.data?.count,
                        'columns ' + this.info.data?.displayColumns.map(({ fieldApiName }) => fieldApiName).join(),
                        'lists ' + this.all.data?.relatedLists.some(({ relatedListId }) => relatedListId === LIST),
                        'batch ' + this.batch.data?.results.map(({ statusCode }) => statusCode).join(),
                        'error ' + this.wrong.error?.status + ' ' + this.wrong.error?.body?.[0]?.errorCode
                    ];
                }
            }`,
        template:
            '<ul><template for:each={facts} for:item="fact"><li key={fact} class="fact">{fact}</li></template></ul>'
    },
    screenAction: {
        script: `import { LightningElement, api } from 'lwc';
            import { CloseActionScreenEvent } from 'lightning/actions';
            export default class ScreenAction extends LightningElement {
                @api recordId; @api objectApiName;
                handleClick() { this.dispatchEvent(new CloseActionScreenEvent()); }
            }`,
        template: `<lightning-quick-action-panel header="On the record">
            <p>{objectApiName} {recordId}</p>
            <lightning-button slot="footer" label="Done" onclick={handleClick}></lightning-button>
            </lightning-quick-action-panel>`
    },
    headlessAction: {
        script: `import { LightningElement, api } from 'lwc';
            import { ShowToastEvent } from 'lightning/platformShowToastEvent';
            export default class HeadlessAction extends LightningElement {
                @api recordId;
                @api async invoke() {
                    this.dispatchEvent(new ShowToastEvent({ title: 'Ran on ' + this.recordId, variant: 'success' }));
                }
            }`,
        template: ''
    }
};
const QUICK_ACTIONS = { ShowRecord: ['screenAction', 'ScreenAction'], RunOnce: ['headlessAction', 'Action'] } as const;

/** A dev org of its own, whose project has components that fail and quick actions beside the product. */
export interface ShellFixture {
    org: DevOrg;
    close(): Promise<void>;
}

/** Starts it on a free port with the sample company. */
export async function startShellFixture(): Promise<ShellFixture> {
    const folder = mkdtempSync(path.join(tmpdir(), 'admit-one-shell-'));
    writeProject(folder);
    const org = await startDevOrg({
        projectDir: folder,
        shell: true,
        seed: seedNexora,
        connectedApp: { clientId: 'shell-fixture' }
    });
    await org.warmUp();
    return {
        org,
        close: async () => {
            await org.close();
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

function writeProject(folder: string): void {
    const source = path.join(folder, SOURCE);
    cpSync(path.join(PROJECT_DIR, SOURCE), source, { recursive: true });
    cpSync(path.join(PROJECT_DIR, 'sfdx-project.json'), path.join(folder, 'sfdx-project.json'));
    // What is compiled already need not be compiled again.
    mkdirSync(path.join(PROJECT_DIR, '.cache'), { recursive: true });
    symlinkSync(path.join(PROJECT_DIR, '.cache'), path.join(folder, '.cache'));
    for (const [name, bundle] of Object.entries(BUNDLES)) writeBundle(path.join(source, 'lwc', name), name, bundle);
    mkdirSync(path.join(source, 'quickActions'), { recursive: true });
    for (const [name, [component, subtype]] of Object.entries(QUICK_ACTIONS)) {
        const file = path.join(source, 'quickActions', `Lead.${name}.quickAction-meta.xml`);
        writeFileSync(file, quickAction(name.replace(/(?<=[a-z])(?=[A-Z])/, ' '), component, subtype));
    }
    const page = path.join(source, 'flexipages/LeadRecordPage.flexipage-meta.xml');
    const components = ['failsToRender', 'failsOnClick', 'relatedLinks'].map(instance).join('');
    writeFileSync(
        page,
        readFileSync(page, 'utf8').replace('<name>sidebar</name>', `${components}<name>sidebar</name>`)
    );
}

function writeBundle(folder: string, name: string, { script, template }: { script: string; template: string }): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}.js`), script);
    writeFileSync(path.join(folder, `${name}.html`), `<template>${template}</template>`);
    const targets = '<targets><target>lightning__RecordPage</target><target>lightning__RecordAction</target></targets>';
    const traits = `<apiVersion>${API_VERSION}</apiVersion><isExposed>true</isExposed><masterLabel>${name}</masterLabel>`;
    writeFileSync(path.join(folder, `${name}.js-meta.xml`), xml('LightningComponentBundle', traits + targets));
}

function quickAction(label: string, component: string, subtype: string): string {
    const traits = `<actionSubtype>${subtype}</actionSubtype><label>${label}</label>`;
    const rest = `<lightningWebComponent>${component}</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem>`;
    return xml('QuickAction', `${traits}${rest}<type>LightningWebComponent</type>`);
}

const instance = (component: string): string =>
    `<itemInstances><componentInstance><componentName>c:${component}</componentName>` +
    `<identifier>c_${component}</identifier></componentInstance></itemInstances>`;

const xml = (root: string, content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>\n`;
