import type { Envelope, MessageHandlers, MessageName, Reply } from '../messages.ts';
import { Problem, toProblem } from '../problem.ts';
import { isRecord } from '../storage.ts';

/** Who we are, to tell our own pages from everybody else. */
export interface OwnIdentity {
    id: string;
    /** `chrome-extension://<id>/` */
    origin: string;
}

/**
 * Answers a message of our own pages. Content scripts run in pages of others and ask for nothing, so a message from
 * any other address is refused, whatever it says.
 */
export async function answer(
    handlers: MessageHandlers,
    message: unknown,
    sender: ChromeSender,
    own: OwnIdentity
): Promise<Reply> {
    try {
        if (sender.id !== own.id || !sender.url?.startsWith(own.origin)) throw new Problem('request_refused');
        if (!isEnvelope(message) || !isKnown(handlers, message.name)) throw new Problem('request_refused');
        // The name picks both the handler and, by the table, the type of its input.
        const handle = handlers[message.name] as (input: unknown) => Promise<unknown>;
        return { value: await handle(message.input) };
    } catch (error) {
        const { code, detail } = toProblem(error);
        return { problem: { code, detail } };
    }
}

function isEnvelope(message: unknown): message is Envelope {
    return isRecord(message) && typeof message['name'] === 'string';
}

function isKnown(handlers: MessageHandlers, name: string): name is MessageName {
    return Object.hasOwn(handlers, name);
}
