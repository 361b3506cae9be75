import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Project } from '../metadata/project.ts';
import { FIXTURE, loadFixture } from '../testing/fixtureProject.ts';
import { getObject } from '../testing/testOrg.ts';
import { createRecordStore } from './createRecordStore.ts';
import { openJournal } from './journal.ts';
import type { Journal } from './journal.ts';
import type { RecordStore } from './recordStore.ts';
import { SYSTEM_ACTOR } from './systemActor.ts';

const project = loadFixture();
const root = mkdtempSync(join(tmpdir(), 'dev-org-data-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const newDir = () => mkdtempSync(join(root, 'org-'));

/** What a process does: open the folder and fill a store from it. */
function open(dir: string, { schema }: Project = project): { store: RecordStore; journal: Journal } {
    const journal = openJournal(dir);
    return { store: createRecordStore(schema, { journal }), journal };
}

/** What kill -9 leaves behind: the files as they are, and a lock without a process. */
function crash(dir: string): string {
    const copy = newDir();
    for (const name of ['journal.jsonl', 'snapshot.json'])
        writeFileSync(join(copy, name), readFileSync(join(dir, name)));
    writeFileSync(join(copy, 'lock'), '999999999');
    return copy;
}

const insert = (store: RecordStore, values: Record<string, unknown>) =>
    store.insert(getObject(store.schema, 'Use__c'), values, SYSTEM_ACTOR);
const hashes = (store: RecordStore) => [...store.rows(getObject(store.schema, 'Use__c'))].map((row) => row['Hash__c']);

describe('openJournal', () => {
    it('brings back every committed transaction after a crash, and nothing that was undone', () => {
        const dir = newDir();
        const { store } = open(dir);
        insert(store, { Hash__c: 'kept' });
        expect(() =>
            store.transaction(() => {
                insert(store, { Hash__c: 'undone' });
                throw new Error('stop');
            })
        ).toThrow('stop');
        const revived = open(crash(dir)).store;
        expect(hashes(revived)).toEqual(['kept']);
    });

    it('keeps what stood there before a part of a transaction that was undone', () => {
        const dir = newDir();
        const { store } = open(dir);
        const Use = getObject(store.schema, 'Use__c');
        store.transaction(() => {
            const { Id } = insert(store, { Hash__c: 'before' });
            expect(() =>
                store.transaction(() => {
                    store.update(Use, Id, { Hash__c: 'undone' }, SYSTEM_ACTOR);
                    insert(store, { Hash__c: 'undone, too' });
                    throw new Error('stop');
                })
            ).toThrow('stop');
        });
        expect(hashes(open(crash(dir)).store)).toEqual(['before']);
    });

    it('goes on with ids and numbers where it stopped', () => {
        const dir = newDir();
        const first = insert(open(dir).store, { Hash__c: 'first' });
        const second = insert(open(crash(dir)).store, { Hash__c: 'second' });
        expect(second.Id > first.Id).toBe(true);
        expect(second['Name']).toBe('U-0002');
    });

    it('ignores a last line that was torn', () => {
        const dir = newDir();
        insert(open(dir).store, { Hash__c: 'whole' });
        const copy = crash(dir);
        appendFileSync(join(copy, 'journal.jsonl'), '{"serial":2000,"autoNumbers":{},"rows":{"Use__c":[{"Id":"a');
        expect(hashes(open(copy).store)).toEqual(['whole']);
    });

    it('refuses a journal damaged in the middle', () => {
        const dir = newDir();
        insert(open(dir).store, { Hash__c: 'whole' });
        const copy = crash(dir);
        appendFileSync(join(copy, 'journal.jsonl'), 'rubbish\n{}\n');
        expect(() => openJournal(copy)).toThrow('is damaged');
    });

    it('folds the journal into the snapshot when it closes', () => {
        const dir = newDir();
        const { store, journal } = open(dir);
        expect(journal.isNew).toBe(true);
        insert(store, { Hash__c: 'folded' });
        journal.close();
        expect(readFileSync(join(dir, 'journal.jsonl'), 'utf8')).toBe('');
        const again = open(dir);
        expect(again.journal.isNew).toBe(false);
        expect(hashes(again.store)).toEqual(['folded']);
        again.journal.close();
    });

    it('lets one process in', () => {
        const dir = newDir();
        const journal = openJournal(dir);
        expect(() => openJournal(dir)).toThrow(`in use by process ${process.pid}`);
        journal.close();
        openJournal(dir).close();
    });

    it('gives fields that came later their defaults', () => {
        const dir = newDir();
        const isOlder = (path: string): boolean => !/IsShared__c|permissionsets/.test(path);
        const older = Object.fromEntries(Object.entries(FIXTURE).filter(([path]) => isOlder(path)));
        const { store, journal } = open(dir, loadFixture(older));
        const kind = store.insert(getObject(store.schema, 'Kind__c'), {}, SYSTEM_ACTOR);
        store.insert(getObject(store.schema, 'Link__c'), { Slug__c: 's', Kind__c: kind.Id }, SYSTEM_ACTOR);
        journal.close();
        const newer = open(dir).store;
        expect([...newer.rows(getObject(newer.schema, 'Link__c'))]).toMatchObject([
            { Slug__c: 's', IsShared__c: false }
        ]);
    });

    it('undoes a transaction that could not be written', () => {
        const journal = openJournal(newDir());
        const store = createRecordStore(project.schema, {
            journal: {
                isNew: true,
                load: () => undefined,
                append() {
                    throw new Error('disk full');
                },
                close: () => journal.close()
            }
        });
        expect(() => insert(store, { Hash__c: 'lost' })).toThrow('disk full');
        expect(hashes(store)).toEqual([]);
    });
});
