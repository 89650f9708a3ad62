/** 派遣先 as a request or visit knows it. */
export type Host = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  readonly municipalityCode: string;
};
