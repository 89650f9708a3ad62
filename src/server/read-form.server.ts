import { data } from 'react-router';

/** The form in a request's body; a body that is no form is the sender's slip (400), not a failure of the desk. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    if (error instanceof TypeError) throw data(null, { status: 400 });
    throw error;
  }
}

/** One text of a form; empty where there is none, or a file in its place. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
