import { withoutSecrets } from './redaction.ts';

const TOKEN = 'abcd2345efgh6789jkmn2345pqrs6789';

describe('withoutSecrets', () => {
    it.each([
        [`/s/${TOKEN}`, '/s/[token]'],
        [`/S/${TOKEN.toUpperCase()}`, '/S/[token]'],
        ['/s/mistyped', '/s/[token]'],
        [`/m/${TOKEN}/reschedule?x=1`, '/m/[token]/reschedule?x=1'],
        [`/m/${TOKEN}/invite.ics`, '/m/[token]/invite.ics'],
        [`/api/v1/meetings/${TOKEN}/cancel`, '/api/v1/meetings/[token]/cancel'],
        [`/api/v1/slots?link=s/${TOKEN}&from=2026-11-23`, '/api/v1/slots?link=s/[token]&from=2026-11-23'],
        [`/api/v1/slots?from=2026-11-23&link=s%2F${TOKEN}`, '/api/v1/slots?from=2026-11-23&link=s%2F[token]'],
        [`/api/v1/slots?link=%2Fs%2F${TOKEN}&from=1`, '/api/v1/slots?link=%2Fs%2F[token]&from=1'],
        [`{"link":"s/${TOKEN}"}`, '{"link":"s/[token]"}'],
        [`see https://book.example.com/s/${TOKEN}.`, 'see https://book.example.com/s/[token]'],
        ['Authorization: Bearer 00D!AQ.xyz', 'Authorization: Bearer [secret]'],
        ['grant_type=jwt&assertion=ey.J.x&client_id=c', 'grant_type=jwt&assertion=[secret]&client_id=c'],
        ['postgres://app:hunter2@db/booking', 'postgres://app:[secret]@db/booking']
    ])('cleans %s', (text, expected) => {
        expect(withoutSecrets(text)).toBe(expected);
    });

    it.each([
        '/l/julio-intro',
        '/api/v1/bookings',
        '/api/v1/slots?link=l/julio-intro',
        '/assets/app.js',
        'https://book.example.com:4000/l/julio-intro',
        'at file:///app/booking-service/src/meetings/meetingStore.ts:10:5'
    ])('leaves %s as it is', (text) => {
        expect(withoutSecrets(text)).toBe(text);
    });
});
