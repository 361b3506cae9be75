import { createHash } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const SERIAL_LENGTH = 9;
/** Characters 4 to 6 of every id: where a real org tells its instance. */
const INSTANCE = '5e0';

/** The 18 character form of a 15 character id: three more characters say which letters are upper case. */
export function to18(id: string): string {
    if (id.length !== 15) return id;
    const suffix = [0, 5, 10].map((start) => {
        const bits = Array.from(id.slice(start, start + 5)).reduce(
            (sum, character, position) => sum | (/[A-Z]/.test(character) ? 1 << position : 0),
            0
        );
        return CHECKSUM.charAt(bits);
    });
    return id + suffix.join('');
}

/** Whether a value has the form of an id: 15 characters, or 18 with the right checksum. */
export function isId(value: unknown): value is string {
    if (typeof value !== 'string' || !/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(value)) return false;
    return value.length === 15 || to18(value.slice(0, 15)).toUpperCase() === value.toUpperCase();
}

/** What ids are compared by. */
export function idKey(id: string): string {
    return id.slice(0, 15);
}

/** The 18 character id of the `serial`th record. */
export function serialId(keyPrefix: string, serial: number): string {
    let rest = serial;
    let digits = '';
    while (digits.length < SERIAL_LENGTH) {
        digits = DIGITS.charAt(rest % DIGITS.length) + digits;
        rest = Math.floor(rest / DIGITS.length);
    }
    return to18(`${keyPrefix}${INSTANCE}${digits}`);
}

/** An id that a record of this name has in every dev org, apart from those of serial records. */
export function namedId(keyPrefix: string, name: string): string {
    const bytes = createHash('sha256').update(name).digest();
    const digits = [...bytes.subarray(0, SERIAL_LENGTH - 1)]
        .map((byte) => DIGITS.charAt(byte % DIGITS.length))
        .join('');
    return to18(`${keyPrefix}${INSTANCE}z${digits}`);
}
