type Listener = () => void;

const listeners = new Map<string, Set<Listener>>();

/** Calls `listener` whenever the record changes in this page. @returns how to stop */
export function onRecordChange(recordId: string, listener: Listener): () => void {
    const ofRecord = listeners.get(recordId) ?? new Set();
    listeners.set(recordId, ofRecord.add(listener));
    return () => {
        ofRecord.delete(listener);
        if (ofRecord.size === 0) listeners.delete(recordId);
    };
}

/** Tells everybody who shows the record that it has changed. */
export function announceRecordChange(recordId: string): void {
    for (const listener of [...(listeners.get(recordId) ?? [])]) listener();
}
