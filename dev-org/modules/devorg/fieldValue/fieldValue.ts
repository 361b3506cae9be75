import { LightningElement, api } from 'lwc';
import type { FieldKind, FieldView } from '../../platform/fieldView';
import { settings } from '../../platform/settings';

/** One value, shown as its kind asks for. */
export default class FieldValue extends LightningElement {
    @api field!: FieldView;

    timeZone = settings.timeZone;

    get isEmpty(): boolean {
        return this.field.value === '' || this.field.value === null;
    }

    get isBoolean(): boolean {
        return this.is('boolean');
    }

    get booleanText(): string {
        return this.field.value === true ? 'True' : 'False';
    }

    get isDateTime(): boolean {
        return this.is('dateTime');
    }

    get isDate(): boolean {
        return this.is('date');
    }

    get isNumber(): boolean {
        return this.is('number');
    }

    get isEmail(): boolean {
        return this.is('email');
    }

    get isPhone(): boolean {
        return this.is('phone');
    }

    get isUrl(): boolean {
        return this.is('url') || (this.is('text') && /^https?:\/\/\S+$/.test(String(this.field.value)));
    }

    get isLink(): boolean {
        return this.is('link') && this.field.url !== '';
    }

    private is(kind: FieldKind): boolean {
        return this.field.kind === kind;
    }
}
