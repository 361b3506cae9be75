import { isIP } from 'node:net';

/**
 * Whose requests are counted together: the address of IPv4, of IPv6 the first 64 bits, which is the least that anybody
 * is given. Whatever is no address stays as it is.
 */
export function clientNetwork(address: string): string {
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
    if (mapped !== undefined) return mapped;
    const [plain = ''] = address.split('%', 1);
    return isIP(plain) === 6 ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : address;
}

/** All eight groups, each written one way. */
function groupsOf(address: string): string[] {
    // An IPv4 address at the end stands for the last two groups.
    const [head = '', tail] = address.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::', 2);
    const [first, last] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':'))) as [
        string[],
        string[]
    ];
    const zeros = Array<string>(8 - first.length - last.length).fill('0');
    return [...first, ...zeros, ...last].map((group) => Number.parseInt(group, 16).toString(16));
}
