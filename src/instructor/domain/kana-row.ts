/** 五十音の行. A row of the あかさたな index: the first letters from `from` up to, but without, `until` (SEA-12). */
export type KanaRow = { readonly code: string; readonly label: string; readonly from: string; readonly until: string };

const FIRST_LETTERS = Array.from('アカサタナハマヤラワ');

/** The ten rows. A フリガナ that begins with neither kana stands in none of them, only in the whole list. */
export const kanaRows: readonly KanaRow[] = Array.from('あかさたなはまやらわ', (label, index) => ({
  code: label,
  label,
  from: FIRST_LETTERS[index] ?? '',
  until: FIRST_LETTERS[index + 1] ?? '・',
}));

export function findKanaRow(code: string): KanaRow | undefined {
  return kanaRows.find((row) => row.code === code);
}
