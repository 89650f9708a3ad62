import { RadioField } from '#ui/radio-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { accountTypes } from '../domain/bank-account.ts';
import { accountText as words } from '../payment-text.ts';

export type AccountFormState = {
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly version: number;
};

/** 銀行・支店・預金の種類・口座番号, as they stand on every form of an account. */
export function AccountFields({ state }: { readonly state: AccountFormState }) {
  const errorOf = (key: string) => state.errors.find(({ name }) => name === key)?.message;
  const line = (name: 'bankCode' | 'branchCode' | 'number', label: string, hint: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      required
      width="short"
      inputMode="numeric"
      autoComplete="off"
      error={errorOf(name)}
      defaultValue={state.texts[name] ?? ''}
    />
  );
  return (
    <>
      {line('bankCode', words.bankCode, words.bankCodeHint)}
      {line('branchCode', words.branchCode, words.branchCodeHint)}
      <RadioField
        name="type"
        label={words.type}
        required
        inline
        error={errorOf('type')}
        defaultValue={state.texts['type'] ?? ''}
        options={accountTypes.map(({ code, label }) => ({ value: code, label }))}
      />
      {line('number', words.number, words.numberHint)}
    </>
  );
}
