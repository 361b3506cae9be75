import { SampleSources, sampleSchema } from '../testing/sampleSources.ts';
import { shellBuilder } from './shellBuilder.ts';
import type { ShellBuilder } from './shellBuilder.ts';

const SAMPLE = "import { LightningElement } from 'lwc'; export default class Sample extends LightningElement {}";

let sources: SampleSources;
let builder: ShellBuilder;

beforeEach(() => {
    sources = new SampleSources();
    sources.writeComponent('sample', SAMPLE, '<template><p>First words</p></template>');
    builder = shellBuilder({ paths: sources.paths, schema: sampleSchema(), mode: 'production' });
});

afterEach(() => sources.remove());

describe('shellBuilder', () => {
    it('builds once for everybody who asks at the same time and afterwards', async () => {
        const [first, second] = await Promise.all([builder.current(), builder.current()]);
        expect(second).toBe(first);
        expect(await builder.current()).toBe(first);
    });

    it('builds again when a source has changed and keeps the files of pages already open', async () => {
        const first = await builder.current();
        sources.write('lwc/sample/sample.html', '<template><p>Other words altogether</p></template>');
        const second = await builder.current();
        expect(second.appScript).not.toBe(first.appScript);
        expect(builder.file(first.appScript)).toBeDefined();
        expect(builder.file(second.appScript)).toBeDefined();
    });

    it('tries again once a broken source is mended', async () => {
        sources.write('lwc/sample/sample.html', '<template><p></template>');
        await expect(builder.current()).rejects.toThrow('sample.html');
        sources.write('lwc/sample/sample.html', '<template><p>Mended</p></template>');
        await expect(builder.current()).resolves.toMatchObject({ appScript: expect.stringMatching(/^app-/) as string });
    });

    it('knows no file that it has not built', () => {
        expect(builder.file('../../package.json')).toBeUndefined();
    });
});
