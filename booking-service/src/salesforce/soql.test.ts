import { rawSoql, soql } from './soql.ts';

describe('soql', () => {
    it.each([
        ['text', soql`Name = ${'Ada'}`, `Name = 'Ada'`],
        ['a quote', soql`Name = ${"O'Hara"}`, String.raw`Name = 'O\'Hara'`],
        ['a backslash at the end', soql`Name = ${'a\\'}`, String.raw`Name = 'a\\'`],
        ['an attempt to escape', soql`Name = ${"\\' OR Name != '"}`, String.raw`Name = '\\\' OR Name != \''`],
        ['line ends and tabs', soql`Name = ${'a\r\n\tb'}`, String.raw`Name = 'a\r\n\tb'`],
        ['a backspace', soql`Name = ${'a\b'}`, String.raw`Name = 'a\b'`],
        ['a list', soql`Id IN ${['a', "b'"]}`, String.raw`Id IN ('a','b\'')`],
        ['a moment', soql`A > ${new Date('2026-11-23T10:00:00+01:00')}`, 'A > 2026-11-23T09:00:00.000Z'],
        ['numbers, switches and null', soql`${1.5} ${true} ${null}`, '1.5 true null'],
        ['names of ours', soql`SELECT ${rawSoql('Id, Name')} FROM Lead`, 'SELECT Id, Name FROM Lead']
    ])('writes %s', (_, query, expected) => {
        expect(query).toBe(expected);
    });

    it.each([
        ['an absent value', undefined],
        ['an empty list', []],
        ['an absent value in a list', [undefined]],
        ['a number that is none', Number.NaN]
    ])('refuses %s', (_, value) => {
        expect(() => soql`Id IN ${value as unknown as string}`).toThrow(TypeError);
    });
});
