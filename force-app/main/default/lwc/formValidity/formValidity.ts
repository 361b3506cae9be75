type Reporting = Element & { reportValidity(): boolean };

/** Whether all of these inputs are valid. Each says what is wrong with it: people want to see every fault at once. */
export function reportAll(inputs: Iterable<Element> | undefined): boolean {
    return [...((inputs ?? []) as Iterable<Reporting>)]
        .map((input) => input.reportValidity())
        .every((isValid) => isValid);
}
