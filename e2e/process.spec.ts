import { expect, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { newPlace } from './support/local.ts';
import type { LocalAdmitOne } from './support/local.ts';
import { NpmStart, stillRunning } from './support/processes.ts';
import { newPerson } from './support/prospect.ts';
import { meetingsOf, mintLink } from './support/salesforce.ts';
import { bookByApi } from './support/service.ts';

const STOP_MS = 15_000;

let place: LocalAdmitOne;
let started: NpmStart[];

test.beforeEach(async () => {
    place = await newPlace();
    started = [];
});

test.afterEach(async () => {
    for (const each of started) await each.end();
    rmSync(path.dirname(place.dataDir), { recursive: true, force: true });
});

function npmStart(where = place): NpmStart {
    const start = new NpmStart(where);
    started.push(start);
    return start;
}

test('a booking outlives kill -9; data in use is refused; Ctrl-C leaves no process', async () => {
    const first = npmStart();
    await first.running();
    const { url } = await mintLink('julio-intro', {}, place);
    const { manageUrl } = await bookByApi(url, newPerson('Survivor'), place);

    await test.step('a second start on the same data says that it is in use', async () => {
        for (const where of [place, { ...place, orgPort: place.orgPort + 1, servicePort: place.servicePort + 1 }]) {
            const { exitCode, output } = await npmStart(where).ended;
            expect(exitCode).not.toBe(0);
            expect(output).toMatch(/in use/);
            expect(output).toContain(place.dataDir);
        }
        expect((await fetch(manageUrl)).status).toBe(200);
    });

    await test.step('without the start process nothing goes on', async () => {
        const processes = first.processes();
        expect(processes.map(({ command }) => command).join('\n')).toMatch(/dev-org.*[^]*server\.ts[^]*postgres/);
        first.killStarter();
        await expect.poll(() => stillRunning(processes), { timeout: STOP_MS }).toEqual([]);
    });

    const next = npmStart();
    await test.step('the next start has the booking', async () => {
        await next.running();
        const page = await fetch(manageUrl);
        expect([page.status, (await page.text()).includes('Intro call')]).toEqual([200, true]);
        expect((await fetch(url)).status).toBe(410);
        await expect.poll(() => meetingsOf('Survivor', place), { timeout: 30_000 }).toHaveLength(1);
    });

    await test.step('Ctrl-C ends all', async () => {
        const processes = next.processes();
        expect(processes.length).toBeGreaterThan(4);
        next.interrupt();
        await next.ended;
        await expect.poll(() => stillRunning(processes), { timeout: STOP_MS }).toEqual([]);
    });
});

for (const [name, port] of [
    ['Salesforce', 'orgPort'],
    ['the service', 'servicePort']
] as const) {
    test(`a start says which port is taken when ${name} cannot have its own`, async () => {
        const holder = createServer();
        await new Promise<void>((resolve) => holder.listen(place[port], '127.0.0.1', () => resolve()));
        try {
            const start = npmStart();
            await expect.poll(() => start.processes().length).toBeGreaterThan(2);
            const { exitCode, output } = await start.ended;
            expect(exitCode).not.toBe(0);
            expect(output).toContain(String(place[port]));
            expect(output).toMatch(/in use|taken/);
            expect(output).not.toMatch(/^\s+at /m);
        } finally {
            await new Promise((resolve) => holder.close(resolve));
        }
    });
}
