/** A record whose values are gone, as the log names it, and how many files went with it. */
export type Erased = {
  readonly entities: readonly { readonly kind: string; readonly id: string }[];
  readonly files: number;
};

/** What is to be erased: its identity and its number. */
export type Target = { readonly id: string; readonly label: string };
