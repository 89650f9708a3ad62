import { TextField, type TextFieldProps } from './text-field.tsx';
import { uiText } from './text.ts';

export type DateFieldProps = Omit<TextFieldProps, 'type' | 'width' | 'unit' | 'inputMode'>;

/**
 * A day as one line of text. The parser behind it reads 2026/11/21, 2026-11-21, R8.11.21 and 令和8年11月21日, so that
 * staff copy what the paper says (contract.md §3). The keyboard stays full: eras need letters.
 */
export function DateField({ hint = uiText.dateExample, autoComplete = 'off', ...rest }: DateFieldProps) {
  return <TextField hint={hint} autoComplete={autoComplete} width="short" {...rest} />;
}
