import { ask } from '../messages.ts';
import type { NamedRecord } from '../salesforce/records.ts';
import { fill, type Words } from '../text/words.ts';
import { element } from './element.ts';

interface Parts {
    words: Words;
    onProblem: (error: unknown) => void;
}

/** Whom new single-use links are for: the record on screen, or somebody found in the page. */
export class RecordView {
    readonly node = element('div', { class: 'record' });
    readonly #parts: Parts;
    #record: NamedRecord | undefined;

    constructor(parts: Parts) {
        this.#parts = parts;
    }

    get record(): NamedRecord | undefined {
        return this.#record;
    }

    /** Looks at the open tab. Never throws. */
    async load(): Promise<void> {
        try {
            const { record, canFindPeople } = await ask('viewTab');
            if (record) this.#offer(record);
            else if (canFindPeople) this.#offerSearch();
        } catch {
            // Who cannot read the record still copies links; the list says what is wrong.
            this.node.replaceChildren();
        }
    }

    /** On by default: a link made while looking at somebody is for them. */
    #offer(record: NamedRecord): void {
        const { words } = this.#parts;
        this.#record = record;
        const box: HTMLInputElement = element('input', {
            ...{ type: 'checkbox', checked: true },
            onchange: () => (this.#record = box.checked ? record : undefined)
        });
        const name = element('strong', {}, `${record.name} (${words[record.objectApiName]})`);
        const [before = '', after = ''] = words.bindTo.split('{0}');
        this.node.replaceChildren(element('label', {}, box, element('span', {}, before, name, after)));
    }

    #offerSearch(): void {
        const { words } = this.#parts;
        const button = element('button', { type: 'button' }, words.findPerson);
        button.addEventListener('click', () => void this.#find(button));
        this.node.replaceChildren(button);
    }

    async #find(button: HTMLButtonElement): Promise<void> {
        const { words, onProblem } = this.#parts;
        button.textContent = words.findingPerson;
        try {
            const people = await ask('findPeople');
            if (people.length > 0) this.#choose(people);
            else this.node.replaceChildren(element('p', { role: 'status' }, words.noPersonFound));
        } catch (error) {
            button.textContent = words.findPerson;
            onProblem(error);
        }
    }

    #choose(people: NamedRecord[]): void {
        const { words } = this.#parts;
        const choice = (record: NamedRecord | undefined, label: string, isChosen: boolean): HTMLElement => {
            const radio = element('input', {
                ...{ type: 'radio', name: 'record', checked: isChosen },
                onchange: () => (this.#record = record)
            });
            return element('label', {}, radio, element('span', {}, label));
        };
        const [only] = people.length === 1 ? people : [];
        this.#record = only;
        this.node.replaceChildren(
            element(
                'fieldset',
                {},
                element('legend', {}, words.chooseRecord),
                ...people.map((person) => choice(person, describe(person, words), person === only)),
                choice(undefined, words.nobody, only === undefined)
            )
        );
        this.node.querySelector<HTMLInputElement>('input:checked')?.focus();
    }
}

function describe({ name, hint, objectApiName }: NamedRecord, words: Words): string {
    return fill('{0} ({1})', [name, hint].filter((part) => part !== '').join(', '), words[objectApiName]);
}
