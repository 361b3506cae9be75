import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FieldSchema, ObjectSchema } from '../../schema/schema.ts';
import type { ModuleSchema } from '../bundle/salesforceModules.ts';
import { shellPaths } from '../bundle/shellPaths.ts';
import type { ShellPaths } from '../bundle/shellPaths.ts';

/** A shell of two lines and whatever components a test writes, in a folder of their own. */
export class SampleSources {
    readonly root = mkdtempSync(path.join(tmpdir(), 'shell-'));

    constructor() {
        this.write('modules/boot.ts', 'document.title = "boot";');
        this.write(
            'modules/app.ts',
            "import { components } from 'devorg/components'; console.log(Object.keys(components));"
        );
    }

    get paths(): ShellPaths {
        return {
            ...shellPaths(this.root, path.join(this.root, 'lwc')),
            modules: path.join(this.root, 'modules'),
            cache: path.join(this.root, 'cache')
        };
    }

    write(file: string, text: string): void {
        const target = path.join(this.root, file);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, text);
    }

    /** A component that pages may hold. */
    writeComponent(name: string, script: string, template: string): void {
        this.write(`lwc/${name}/${name}.ts`, script);
        this.write(`lwc/${name}/${name}.html`, template);
        this.write(`lwc/${name}/${name}.js-meta.xml`, '<Bundle><isExposed>true</isExposed></Bundle>');
    }

    remove(): void {
        rmSync(this.root, { recursive: true, force: true });
    }
}

/** An org with the labels `Copy_Done`, in German too, and `Copy_Name`, and the field `BookingLink__c.Slug__c`. */
export function sampleSchema(): ModuleSchema {
    const slug = { name: 'Slug__c' } as FieldSchema;
    const link = {
        name: 'BookingLink__c',
        field: (name: string) => (name === 'Slug__c' ? slug : undefined),
        fieldOfRelationship: () => undefined
    } as unknown as ObjectSchema;
    return {
        staticResources: new Set(['Charts']),
        labels: new Map([
            ['Copy_Done', 'Copied'],
            ['Copy_Name', 'Copy Link']
        ]),
        translations: new Map([['de', new Map([['Copy_Done', 'Kopiert']])]]),
        object: (name) => (name === 'BookingLink__c' ? link : undefined)
    };
}
