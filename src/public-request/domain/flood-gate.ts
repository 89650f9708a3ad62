/** How much of the public form one source, and all together, may use. */
export const floodLimits = {
  /** New applications of one address in an hour. */
  perAddress: 20,
  windowMs: 3_600_000,
  /** Applications that wait for staff; more are told to phone. */
  queue: 300,
  /** Nobody fills the form in less time. */
  shortestMs: 3000,
  /** A form that lay open longer is asked for again. */
  longestMs: 86_400_000,
  /** Addresses remembered at once. */
  addresses: 10_000,
} as const;

type GateLimits = { readonly perAddress: number; readonly windowMs: number; readonly addresses: number };

export type FloodGate = {
  /** Whether an address may send one more, and if so counts it. */
  readonly take: (address: string, nowMs: number) => boolean;
};

/** 受付の制限. Counts the applications of each address in a moving hour; the oldest address is forgotten first. */
export function createFloodGate(limits: GateLimits): FloodGate {
  const sent = new Map<string, readonly number[]>();
  return {
    take(address, nowMs) {
      const recent = (sent.get(address) ?? []).filter((at) => at > nowMs - limits.windowMs);
      const mayPass = recent.length < limits.perAddress;
      sent.delete(address);
      sent.set(address, mayPass ? [...recent, nowMs] : recent);
      const [oldest] = sent.keys();
      if (sent.size > limits.addresses && oldest !== undefined) sent.delete(oldest);
      return mayPass;
    },
  };
}
