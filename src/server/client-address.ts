/**
 * The address from which a person comes: that of the connection, or, when the connection is from a proxy that the
 * operator named, the last one in `X-Forwarded-For` that is no such proxy. What stands before it was written by
 * whoever sent the request and is not believed. (SEC-08: failed sign-ins are counted by address.)
 */
export function findClientAddress(
  connection: string,
  forwardedFor: string | undefined,
  proxies: readonly string[],
): string {
  const hops = [...(forwardedFor ?? '').split(','), connection].map(plainAddress).filter(Boolean);
  return hops.findLast((hop) => !proxies.includes(hop)) ?? plainAddress(connection);
}

/** A socket that listens for both kinds names an IPv4 peer as `::ffff:192.0.2.1`. */
function plainAddress(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/iu, '');
}
