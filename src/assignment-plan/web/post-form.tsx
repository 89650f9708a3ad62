import type { ReactNode } from 'react';
import { Form } from 'react-router';

type PostFormProps = { readonly fields: Readonly<Record<string, string>>; readonly children: ReactNode };

/** A form of buttons: what it sends is decided already. */
export function PostForm({ fields, children }: PostFormProps) {
  return (
    <Form method="post" className="print:hidden">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
