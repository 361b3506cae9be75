import { SalesforceError } from '../salesforceError.ts';
import type { FieldSchema, FieldValue } from '../schema/schema.ts';
import { chosenValues } from './multiPicklist.ts';
import { stamp } from './stamps.ts';

const ZONE = /(Z|[+-]\d{2}:?\d{2})$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?Z?$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Turns what a caller sent into what is stored; references are left to the store, which knows the records.
 * @throws SalesforceError JSON_PARSER_ERROR, STRING_TOO_LONG, INVALID_EMAIL_ADDRESS,
 * INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, NUMBER_OUTSIDE_VALID_RANGE
 */
export function coerce(field: FieldSchema, value: unknown): FieldValue {
    if (value === null || value === undefined || value === '') return field.type === 'boolean' ? false : null;
    switch (field.type) {
        case 'boolean':
            return typeof value === 'boolean' ? value : refuse(field, value);
        case 'int':
        case 'double':
            return toNumber(field, value);
        case 'datetime':
            return toDateTime(field, value);
        case 'date':
            return toDate(field, value);
        case 'time':
            return toTime(field, value);
        default:
            return toText(field, value);
    }
}

function refuse(field: FieldSchema, value: unknown): never {
    const kind = typeof value === 'string' ? 'VALUE_STRING' : `VALUE_${(typeof value).toUpperCase()}`;
    throw new SalesforceError(
        'JSON_PARSER_ERROR',
        `Cannot deserialize instance of ${field.type} from ${kind} value ${show(value)} or request may be missing a required field (${field.name})`
    );
}

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function toNumber(field: FieldSchema, value: unknown): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(field, value);
    const scale = field.type === 'int' ? 0 : (field.scale ?? 18);
    // Shifting by the exponent rounds 1.005 as people do, which multiplying would not.
    const rounded = Number(`${Math.sign(value) * Math.round(Number(`${Math.abs(value)}e${scale}`))}e-${scale}`);
    const number = Number.isFinite(rounded) ? rounded : value;
    if (field.precision !== undefined && Math.abs(number) >= 10 ** (field.precision - scale)) {
        throw new SalesforceError(
            'NUMBER_OUTSIDE_VALID_RANGE',
            `${field.label}: value outside of valid range on numeric field: ${value}`,
            [field.name]
        );
    }
    return number === 0 ? 0 : number;
}

function toDateTime(field: FieldSchema, value: unknown): string {
    if (typeof value !== 'string' || !DATE_TIME.test(value)) return refuse(field, value);
    const moment = Date.parse(ZONE.test(value) ? value : `${value}Z`);
    return Number.isNaN(moment) ? refuse(field, value) : stamp(moment);
}

function toDate(field: FieldSchema, value: unknown): string {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(T.*)?$/.test(value)) return refuse(field, value);
    const day = value.slice(0, 10);
    const moment = new Date(`${day}T00:00:00Z`);
    // A day that does not exist would roll over into the next month.
    if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day) return refuse(field, value);
    return day;
}

function toTime(field: FieldSchema, value: unknown): string {
    const parts = typeof value === 'string' ? TIME.exec(value) : null;
    if (!parts) return refuse(field, value);
    const [, hour = '', minute = '', second = '00', fraction = ''] = parts;
    return `${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}Z`;
}

function toText(field: FieldSchema, value: unknown): string | null {
    if (typeof value === 'object') return refuse(field, value);
    const text = show(value).trim();
    if (text === '') return null;
    if (field.type === 'email' && !EMAIL.test(text)) {
        throw new SalesforceError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [
            field.name
        ]);
    }
    if (field.length !== undefined && Array.from(text).length > field.length) {
        throw new SalesforceError(
            'STRING_TOO_LONG',
            `${field.label}: data value too large: ${text} (max length=${field.length})`,
            [field.name]
        );
    }
    if (!field.picklist) return text;
    return field.type === 'multipicklist' ? toChosenValues(field, text) : toPicklistValue(field, field.picklist, text);
}

/** Each value once, in the order of the definition, as the platform keeps them. */
function toChosenValues(field: FieldSchema, text: string): string | null {
    const picklist = field.picklist ?? { values: [], isRestricted: false };
    const chosen = new Set(chosenValues(text).map((value) => toPicklistValue(field, picklist, value)));
    const known = picklist.values.map(({ value }) => value).filter((value) => chosen.has(value));
    const unknown = [...chosen].filter((value) => !known.includes(value));
    return [...known, ...unknown].join(';') || null;
}

/** A known value takes the spelling of its definition, whatever case it came in. */
function toPicklistValue(
    field: FieldSchema,
    { values, isRestricted }: NonNullable<FieldSchema['picklist']>,
    text: string
) {
    const known = values.find(({ value }) => value.toLowerCase() === text.toLowerCase());
    if (known && (known.isActive || !isRestricted)) return known.value;
    if (!isRestricted) return text;
    throw new SalesforceError(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `${field.label}: bad value for restricted picklist field: ${text}`,
        [field.name]
    );
}
