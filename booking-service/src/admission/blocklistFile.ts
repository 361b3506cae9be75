import { readFileSync, statSync } from 'node:fs';
import type { Logger } from 'pino';
import { Blocklist } from './blocklist.ts';

/** How long a change of the file may go unseen. */
const LOOK_MS = 5_000;

export interface BlocklistFileOptions {
    file: string;
    logger: Logger;
    now?: () => Date;
}

/** The list in a file, read again when that changes. */
export class BlocklistFile {
    private readonly file: string;
    private readonly logger: Logger;
    private readonly now: () => Date;
    private list: Blocklist;
    private seen: string;
    private lookedAt: number;

    /** @throws Error naming the file and every line of it that is wrong */
    constructor({ file, logger, now = () => new Date() }: BlocklistFileOptions) {
        this.file = file;
        this.logger = logger;
        this.now = now;
        this.seen = this.version();
        this.list = this.read();
        this.lookedAt = now().getTime();
    }

    /** The list as it stands now. While the file is wrong or away, the last one that was right stays in force. */
    current(): Blocklist {
        const now = this.now().getTime();
        if (now - this.lookedAt < LOOK_MS) return this.list;
        this.lookedAt = now;
        const version = this.version();
        if (version === this.seen) return this.list;
        this.seen = version;
        try {
            this.list = this.read();
            this.logger.info('the blocklist was read again');
        } catch (error) {
            this.logger.error({ err: error }, 'the blocklist cannot be read again; the last one stays in force');
        }
        return this.list;
    }

    private read(): Blocklist {
        try {
            return new Blocklist(readFileSync(this.file, 'utf8'));
        } catch (error) {
            const reason = error instanceof Error ? error.message.replaceAll('\n', '\n  ') : String(error);
            throw new Error(`The blocklist ${this.file} is wrong:\n  ${reason}`, { cause: error });
        }
    }

    /** Changes with the content, also when another file is put in its place. */
    private version(): string {
        const stats = statSync(this.file, { throwIfNoEntry: false });
        return stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : 'none';
    }
}
