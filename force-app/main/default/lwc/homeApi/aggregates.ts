/** How many records there are. */
export interface CountConnection {
    edges: { node: { aggregate: { Id: { count: { value: number | null } } } } }[];
}

/** How many records there are in the one group of a connection that is not grouped. */
export function countOf({ edges }: CountConnection): number {
    return edges[0]?.node.aggregate.Id.count.value ?? 0;
}

/** The UI API's filter for moments from one to before another, both ISO 8601. */
export function between(field: string, from: string, to: string): Record<string, unknown> {
    return { and: [{ [field]: { gte: { value: from } } }, { [field]: { lt: { value: to } } }] };
}
