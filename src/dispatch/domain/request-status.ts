/** What of a request is planned and held; cancelled visits count in neither. */
export type RequestCounts = { readonly wished: number; readonly planned: number; readonly held: number };

/** 要請の状態. Nobody enters it: it follows from the visits of the request. */
export const requestStatuses = [
  { code: 'open', label: '割当待ち' },
  { code: 'assigned', label: '実施待ち' },
  { code: 'done', label: '完了' },
] as const;

export type RequestStatus = (typeof requestStatuses)[number]['code'];

/** Open while visits are missing, assigned once all wished ones are planned or held, done once all were held. */
export function requestStatus({ wished, planned, held }: RequestCounts): RequestStatus {
  if (held >= wished) return 'done';
  return planned + held >= wished ? 'assigned' : 'open';
}

/** How many visits can still be planned. */
export function openSessions({ wished, planned, held }: RequestCounts): number {
  return Math.max(0, wished - planned - held);
}

/** The word of a 要請の状態. */
export function requestStatusLabel(status: RequestStatus): string {
  return requestStatuses.find(({ code }) => code === status)?.label ?? status;
}
