/** A 取りまとめ of the demonstration office: what went in on a day, and when it went out. */
export type BuiltBatch = {
  readonly fiscalYear: number;
  readonly round: number;
  readonly deadlineOn: string;
  readonly filledOn: string;
  readonly sentOn: string | null;
  readonly receivedOn: string | null;
  readonly documentNumber: string | null;
};

/** The rounds by which the applications of the roster went to the Center; the third of R4 waits for its deadline. */
export const CERTIFICATION_BATCHES: readonly BuiltBatch[] = [
  {
    fiscalYear: 2021,
    round: 1,
    deadlineOn: '2022-01-21',
    filledOn: '2021-12-20',
    sentOn: '2022-01-14',
    receivedOn: '2022-01-18',
    documentNumber: '山能開発第214号',
  },
  {
    fiscalYear: 2022,
    round: 1,
    deadlineOn: '2022-11-14',
    filledOn: '2022-11-08',
    sentOn: '2022-11-11',
    receivedOn: '2022-11-15',
    documentNumber: '山能開発第151号',
  },
  {
    fiscalYear: 2022,
    round: 2,
    deadlineOn: '2022-11-28',
    filledOn: '2022-11-18',
    sentOn: '2022-11-25',
    receivedOn: null,
    documentNumber: '山能開発第160号',
  },
  {
    fiscalYear: 2022,
    round: 3,
    deadlineOn: '2022-12-09',
    filledOn: '2022-11-28',
    sentOn: null,
    receivedOn: null,
    documentNumber: null,
  },
];
