import { expect, test } from 'vitest';
import { findClientAddress } from './client-address.ts';

const proxies = ['127.0.0.1', '10.0.0.2'];

test.each([
  ['the connection, where nobody forwarded', '192.0.2.1', undefined, '192.0.2.1'],
  ['the connection, whatever somebody else than a proxy says', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
  ['what the proxy says', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
  [
    'the last of what the proxy says, not what was sent to it',
    '127.0.0.1',
    '203.0.113.9, 198.51.100.7',
    '198.51.100.7',
  ],
  ['what the first of two proxies says', '127.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
  ['the proxy, where it says nothing', '127.0.0.1', undefined, '127.0.0.1'],
  ['the proxy, where it says nobody', '127.0.0.1', ' , ', '127.0.0.1'],
  ['the IPv4 address that a socket for both kinds names', '::ffff:127.0.0.1', '198.51.100.7', '198.51.100.7'],
])('the address of a person is %s [SEC-08]', (_, connection, forwardedFor, address) => {
  expect(findClientAddress(connection, forwardedFor, proxies)).toBe(address);
});

test('without a named proxy no header is believed [SEC-08]', () => {
  expect(findClientAddress('127.0.0.1', '198.51.100.7', [])).toBe('127.0.0.1');
});
