/** A document before it becomes Word or HTML: what stands in it, not how it is drawn. */
export type DocumentModel = {
  /** What stands above the title: date, addressee and sender of a letter (DOC-06). */
  readonly opening?: readonly Block[];
  readonly title: string;
  /** Lines under the title, to the right: the office, the date. */
  readonly byline: readonly string[];
  readonly page: { readonly orientation: 'portrait' | 'landscape' };
  readonly blocks: readonly Block[];
};

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** `\n` starts a new line inside the paragraph. */
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly strong?: boolean;
      readonly align?: 'center' | 'end';
    }
  | { readonly kind: 'note'; readonly text: string }
  | TableBlock;

export type TableBlock = {
  readonly kind: 'table';
  /** What the table is; shown above it unless `captionHidden`. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  /** Widths in percent of the table; together 100. */
  readonly widths: readonly number[];
  /** Repeated on every page that the table reaches. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

export type Cell = {
  readonly blocks: readonly Block[];
  /** Names its row. */
  readonly heads?: boolean;
  readonly align?: 'start' | 'center' | 'end';
  readonly span?: number;
};

/** A cell of one line of text. */
export function textCell(text: string, options: Omit<Cell, 'blocks'> = {}): Cell {
  return { ...options, blocks: text === '' ? [] : [{ kind: 'paragraph', text }] };
}
