import type { Opener } from './openerOf.ts';

/** When a link was first opened, by whom; absent: not by them. */
export interface Opening {
    tokenHash: string;
    scannerAt: Date | undefined;
    personAt: Date | undefined;
}

/** Links that may wait for the database at a time: a few megabytes, whatever is asked. */
const MOST_WAITING = 10_000;
/** Openings remembered so that a link that is looked at again costs nothing; all are forgotten when there are more. */
const MOST_KNOWN = 50_000;

/** What was noticed and is not in the database yet. Only the first opening by each counts. */
export class OpeningNotes {
    private waiting = new Map<string, Opening>();
    private readonly known = new Set<string>();

    note(tokenHash: string, by: Opener, at: Date): void {
        const key = `${by} ${tokenHash}`;
        if (this.known.has(key) || !this.hasRoomFor(tokenHash)) return;
        if (this.known.size >= MOST_KNOWN) this.known.clear();
        this.known.add(key);
        this.add({
            tokenHash,
            scannerAt: by === 'scanner' ? at : undefined,
            personAt: by === 'person' ? at : undefined
        });
    }

    /** Everything that waits, which then waits no more. */
    takeAll(): Opening[] {
        const taken = [...this.waiting.values()];
        this.waiting = new Map();
        return taken;
    }

    /** Takes back what could not be kept; what was noticed meanwhile came later. */
    putBack(openings: Opening[]): void {
        for (const opening of openings) if (this.hasRoomFor(opening.tokenHash)) this.add(opening);
    }

    private hasRoomFor(tokenHash: string): boolean {
        return this.waiting.size < MOST_WAITING || this.waiting.has(tokenHash);
    }

    private add({ tokenHash, scannerAt, personAt }: Opening): void {
        const known = this.waiting.get(tokenHash);
        this.waiting.set(tokenHash, {
            tokenHash,
            scannerAt: earlier(scannerAt, known?.scannerAt),
            personAt: earlier(personAt, known?.personAt)
        });
    }
}

function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
    if (!a || !b) return a ?? b;
    return a < b ? a : b;
}
