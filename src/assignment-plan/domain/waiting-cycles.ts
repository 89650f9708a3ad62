import type { PlainDate } from '#kernel/plain-date.ts';

/** A proposed session, and the planned visit in whose place it stands. */
export type MovingSession = {
  readonly requestId: string;
  readonly visitOn: PlainDate;
  readonly instructorIds: readonly string[];
  readonly replaces: { readonly visitOn: PlainDate; readonly instructorIds: readonly string[] } | null;
};

/**
 * Requests that wait for each other in a circle, such as two that change days: none of them can be adopted before the
 * others. First circles around a person on a day, then those around a person at all, whose cap may be the reason.
 */
export function findWaitingCycles(sessions: readonly MovingSession[]): readonly (readonly string[])[] {
  const byDay = findCycles(sessions, (instructorId, day) => `${instructorId} ${day}`);
  const byPerson = findCycles(sessions, (instructorId) => instructorId);
  return [...byDay, ...byPerson];
}

type NameOf = (instructorId: string, day: PlainDate) => string;

function findCycles(sessions: readonly MovingSession[], nameOf: NameOf): readonly (readonly string[])[] {
  const requests = [...Map.groupBy(sessions, ({ requestId }) => requestId)].map(([id, own]) => {
    const wanted = own.flatMap((one) => one.instructorIds.map((each) => nameOf(each, one.visitOn)));
    const left = own.flatMap(
      ({ replaces }) => replaces?.instructorIds.map((each) => nameOf(each, replaces.visitOn)) ?? [],
    );
    return { id, wanted: new Set(wanted), left };
  });
  const next = new Map(
    requests.map(({ id, wanted }) => [
      id,
      requests
        .filter((other) => other.id !== id && other.left.some((name) => wanted.has(name)))
        .map((other) => other.id),
    ]),
  );
  const reached = new Map(requests.map(({ id }) => [id, reachFrom(id, next)]));
  const found = new Map<string, readonly string[]>();
  for (const { id } of requests) {
    const circle = requests.flatMap((other) =>
      reached.get(id)?.has(other.id) && reached.get(other.id)?.has(id) ? [other.id] : [],
    );
    if (circle.length > 1) found.set(circle.join(' '), circle);
  }
  return [...found.values()];
}

/** Whom a request waits for, and whom those wait for: itself where that leads back. */
function reachFrom(id: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(next.get(id) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    open.push(...(next.get(at) ?? []));
  }
  return reached;
}
