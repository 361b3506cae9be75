// SHA-256 (FIPS 180-4) for the proof of work: the browser's own answers one promise a hash, which is ten times slower.

const WORD_BITS = 2 ** 32;
const ROUNDS = 64;

/** The first 32 bits of the fraction of a number. */
const fraction = (value: number): number => Math.floor((value % 1) * WORD_BITS) | 0;
const at = (list: Int32Array, index: number): number => list[index] ?? 0;
const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

const PRIMES = Array.from({ length: 312 }, (_, number) => number).filter(isPrime);
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const CONSTANTS = Int32Array.from(PRIMES.slice(0, ROUNDS), (prime) => fraction(Math.cbrt(prime)));
const schedule = new Int32Array(ROUNDS);

/** The first 32 bits of the hash of at most 55 ASCII characters, which are one block of it. */
export function firstWord(text: string): number {
    fillSchedule(text);
    let [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => at(START, index)) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number
    ];
    for (let round = 0; round < ROUNDS; round += 1) {
        const mixed = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
        const one = (h + mixed + ((e & f) ^ (~e & g)) + at(CONSTANTS, round) + at(schedule, round)) | 0;
        const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g;
        g = f;
        f = e;
        e = (d + one) | 0;
        d = c;
        c = b;
        b = a;
        a = (one + two) | 0;
    }
    return (a + at(START, 0)) >>> 0;
}

/** The text with its length, as 16 words, and what they are spread to. */
function fillSchedule(text: string): void {
    schedule.fill(0, 0, 16);
    for (let index = 0; index < text.length; index += 1) {
        schedule[index >> 2] = at(schedule, index >> 2) | (text.charCodeAt(index) << (24 - 8 * (index & 3)));
    }
    const end = text.length;
    schedule[end >> 2] = at(schedule, end >> 2) | (0x80 << (24 - 8 * (end & 3)));
    schedule[15] = end * 8;
    for (let index = 16; index < ROUNDS; index += 1) {
        const [early, late] = [at(schedule, index - 15), at(schedule, index - 2)];
        const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
        const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
        schedule[index] = (at(schedule, index - 16) + first + at(schedule, index - 7) + second) | 0;
    }
}

function isPrime(number: number): boolean {
    if (number < 2) return false;
    for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
    return true;
}
