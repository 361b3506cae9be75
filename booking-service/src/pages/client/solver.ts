// Runs in a worker of its own, so that the page never waits for it.
import { firstWord } from './sha256.ts';

/** What the page asks for: a number behind the text whose hash begins with so many zero bits. */
interface Puzzle {
    text: string;
    bits: number;
}

addEventListener('message', ({ data: { text, bits } }: MessageEvent<Puzzle>) => {
    let answer = 0;
    while (firstWord(`${text}.${answer.toString(36)}`) >>> (32 - bits) !== 0) answer += 1;
    postMessage(answer.toString(36));
});
