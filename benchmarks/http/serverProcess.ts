import { fork } from 'node:child_process';
import path from 'node:path';

/** What a server process can be told. */
export type ServerCommand =
    | { kind: 'ceiling'; connections: number; seconds: number }
    /** Mint so many single-use links for each host. */
    | { kind: 'mint'; each: number }
    /** So many single-use links and meetings of the past and the future. */
    | { kind: 'fill'; links: number; meetings: number }
    /** Megabytes in use after a collection of garbage. */
    | { kind: 'heap' };

/** A server in a process of its own, so that it and the load share no event loop. */
export interface ServerProcess {
    url: string;
    tell(command: ServerCommand): Promise<unknown>;
    stop(): Promise<void>;
}

/** Starts one; call `stop` at the end. */
export async function startServer(kind: 'hello' | 'service'): Promise<ServerProcess> {
    const child = fork(path.join(import.meta.dirname, 'benchServer.ts'), [kind], {
        execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc']
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const next = (): Promise<Record<string, unknown>> =>
        new Promise((resolve, reject) => {
            child.once('message', (message) => resolve(message as Record<string, unknown>));
            void ended.then(() => reject(new Error(`The ${kind} server has ended.`)));
        });
    const { url } = await next();
    return {
        url: String(url),
        async tell(command) {
            const answered = next();
            child.send(command);
            return (await answered)['answer'];
        },
        async stop() {
            child.disconnect();
            await ended;
        }
    };
}
