import { clientNetwork } from './clientNetwork.ts';

describe('clientNetwork', () => {
    it.each([
        ['203.0.113.7', '203.0.113.7'],
        ['::ffff:203.0.113.7', '203.0.113.7'],
        ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
        ['2001:0DB8:0001:0002::6', '2001:db8:1:2::/64'],
        ['2001:db8::', '2001:db8:0:0::/64'],
        ['::1', '0:0:0:0::/64'],
        ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
        ['fe80::1%eth0', 'fe80:0:0:0::/64'],
        ['', ''],
        ['unknown', 'unknown']
    ])('of %s is %s', (address, network) => {
        expect(clientNetwork(address)).toBe(network);
    });

    it('tells neighbours with networks of their own apart', () => {
        expect(clientNetwork('2001:db8:1:2::1')).not.toBe(clientNetwork('2001:db8:1:3::1'));
    });
});
