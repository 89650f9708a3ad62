/** 仕事の一覧. What waits for somebody in a 年度, as numbers; none is counted beyond `MOST_COUNTED`. */
export type Waiting = {
  /** Planned visits whose day has come or is over. */
  readonly unreported: number;
  /** Requests without any planned or held visit. */
  readonly unplanned: number;
  /** Planned visits to come that an instructor declined: somebody else has to be found. */
  readonly declined: number;
  /** Plan items without 実施状況, while the report is to be written. */
  readonly unwritten: number;
};

/** A number that stands on every page has to be cheap: from here on it is 「100+」. */
export const MOST_COUNTED = 100;

/** Everything that waits, as the frame shows it. */
export function sumWaiting({ unreported, unplanned, declined, unwritten }: Waiting): number {
  return unreported + unplanned + declined + unwritten;
}
