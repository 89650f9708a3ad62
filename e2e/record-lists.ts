import type { HttpDesk } from './http-desk.ts';

/** The demonstration's corner and 年度, as every address begins with them. */
export const place = '/35/2022';

/** Each kind of record by its folder among the pages and its collection in the API. */
export const collections = [
  ['organizations', 'organizations'],
  ['instructors', 'instructors'],
  ['requests', 'requests'],
  ['visits', 'visits'],
  ['plan', 'plan-items'],
] as const;

type Listed = readonly { readonly id: string; readonly number: string; readonly status?: string }[];

/** The records of a kind as the API lists them to an officer. */
export async function listOf({ send, tokens }: HttpDesk, collection: string, query = 'limit=500'): Promise<Listed> {
  const { text } = await send(`/api/v1/${collection}?year=2022&${query}`, { token: tokens.officer });
  return (JSON.parse(text) as { readonly items: Listed }).items;
}

/** Every page with a form that is posted: of each kind of record, of accounts, tokens and transfer. */
export async function listFormPages(desk: HttpDesk): Promise<readonly string[]> {
  const pages = ['/account', `${place}/settings/accounts/new`, `${place}/settings/api-tokens`, `${place}/transfer`];
  for (const [folder, collection] of collections) {
    const [first] = await listOf(desk, collection);
    const address = `${place}/${folder}/${first?.id}`;
    pages.push(`${place}/${folder}/new`, `${address}/edit`, `${address}/delete`);
  }
  const planned = (await listOf(desk, 'visits')).find(({ status }) => status === 'planned');
  const [open] = await listOf(desk, 'requests');
  const [someone] = await listOf(desk, 'instructors');
  return [...pages, `${place}/visits/${planned?.id}`, `${place}/requests/${open?.id}/candidates?choose=${someone?.id}`];
}
