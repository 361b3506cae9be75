import { Writable } from 'node:stream';

/** Keeps what a logger writes, one parsed object per line. */
export function collectLog(): { stream: Writable; lines: Record<string, unknown>[]; text: () => string } {
    const chunks: string[] = [];
    const lines: Record<string, unknown>[] = [];
    const stream = new Writable({
        write(chunk: Buffer, _encoding, done) {
            chunks.push(chunk.toString());
            for (const line of chunk.toString().split('\n').filter(Boolean)) {
                lines.push(JSON.parse(line) as Record<string, unknown>);
            }
            done();
        }
    });
    return { stream, lines, text: () => chunks.join('') };
}
