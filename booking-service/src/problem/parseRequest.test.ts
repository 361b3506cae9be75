import { z } from 'zod';
import { parseRequest } from './parseRequest.ts';
import { toProblem } from './toProblem.ts';

const Meal = z.strictObject({
    dish: z.string().max(5),
    guests: z.int().min(1),
    isHot: z.boolean(),
    sides: z.array(z.string()).max(1),
    drink: z.enum(['tea', 'water']),
    prices: z.record(z.string().max(3), z.number()),
    sauce: z.string('must be a sauce')
});

function complaintsAbout(value: unknown): Record<string, string> {
    try {
        parseRequest(Meal, value);
    } catch (error) {
        return Object.fromEntries((toProblem(error)?.errors ?? []).map(({ field, message }) => [field, message]));
    }
    return {};
}

describe('parseRequest', () => {
    it('says of each missing field that it is required, and what it must be', () => {
        expect(complaintsAbout({})).toEqual({
            dish: 'is required: it must be text',
            guests: 'is required: it must be a number',
            isHot: 'is required: it must be true or false',
            sides: 'is required: it must be a list',
            drink: 'must be one of tea, water',
            prices: 'is required: it must be a JSON object',
            sauce: 'must be a sauce'
        });
    });

    it('says what a wrong field must be', () => {
        const wrong = {
            dish: 'lasagne',
            guests: 1.5,
            isHot: 'yes',
            sides: ['rice', 'peas'],
            drink: 'ink',
            prices: { euro: 1 },
            sauce: 'soy'
        };
        expect(complaintsAbout(wrong)).toEqual({
            dish: 'must be at most 5 characters long',
            guests: 'must be a whole number',
            isHot: 'must be true or false',
            sides: 'must be at most 1 entries long',
            drink: 'must be one of tea, water',
            'prices.euro': 'is not a name allowed here'
        });
    });

    it('asks for the body where there is none, and names even a field without a name', () => {
        expect(complaintsAbout(undefined)).toEqual({
            body: 'is required: send a JSON object with Content-Type: application/json'
        });
        expect(complaintsAbout([])).toEqual({ body: 'must be a JSON object' });
        expect(complaintsAbout({ '': 1 })).toMatchObject({ '""': 'is not a known field' });
    });
});
