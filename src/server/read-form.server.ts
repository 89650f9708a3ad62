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
