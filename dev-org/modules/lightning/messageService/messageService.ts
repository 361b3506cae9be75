/** Lightning Message Service within one page, as `lightning/messageService` does in an org. */

type Listener = (message: unknown) => void;
type Channel = string | { readonly messageChannel: string };

interface Subscription {
    channel: Channel;
    listener: Listener;
}

const subscriptions = new Set<Subscription>();

/** Sends to components of the whole application, not only to those of the active page. */
export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

/** Wire: what `subscribe` and `publish` take as their first argument. */
export class MessageContext {
    constructor(report: (value: object) => void) {
        report(createMessageContext());
    }
    connect(): void {}
    update(): void {}
    disconnect(): void {}
}

export function createMessageContext(): object {
    return {};
}

export function releaseMessageContext(): void {}

export function subscribe(_context: object, channel: Channel, listener: Listener): Subscription {
    const subscription = { channel, listener };
    subscriptions.add(subscription);
    return subscription;
}

export function unsubscribe(subscription: Subscription | null | undefined): void {
    if (subscription) subscriptions.delete(subscription);
}

export function publish(_context: object, channel: Channel, message: unknown): void {
    for (const subscription of [...subscriptions]) {
        if (nameOf(subscription.channel) === nameOf(channel)) subscription.listener(message);
    }
}

function nameOf(channel: Channel): string {
    return typeof channel === 'string' ? channel : channel.messageChannel;
}
