/** Refreshing a view: a component asks, containers that registered do it. As `lightning/refresh` does in an org. */

type Handler = () => Promise<unknown>;

const TYPE = 'lightning__refreshview';
const handlers = new Map<number, { element: EventTarget; listener: EventListener }>();
let lastId = 0;

/** Asks the nearest containers to load their data again. */
export class RefreshEvent extends CustomEvent<undefined> {
    constructor() {
        super(TYPE, { bubbles: true, composed: true, cancelable: true });
    }
}

/** Calls `handler` when anything inside `element` asks for a refresh. @returns an id for `unregisterRefreshHandler` */
export function registerRefreshHandler(element: EventTarget, handler: Handler): number {
    const listener = (): void => {
        void handler.call(element);
    };
    element.addEventListener(TYPE, listener);
    handlers.set(++lastId, { element, listener });
    return lastId;
}

export function unregisterRefreshHandler(id: number): void {
    const handler = handlers.get(id);
    handler?.element.removeEventListener(TYPE, handler.listener);
    handlers.delete(id);
}
