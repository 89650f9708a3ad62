import { ask, jsonOf, problemOf } from './api-call.ts';
import { expect, test } from './http-desk.ts';

const readings = ['certifications', 'courses', 'scouting-visits', 'upkeep', 'expense-claims'];

for (const collection of readings) {
  test(`${collection} are read page by page, and what the desk's procedures change is not written by a script [contract §2]`, async ({
    desk,
  }) => {
    const page = async (query: string) =>
      jsonOf(await ask(desk, `/${collection}?year=2022&${query}`)) as {
        items: { id: string }[];
        nextCursor: string | null;
      };
    const whole = await page('limit=500');
    expect(whole.items.length).toBeGreaterThan(0);
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null && ids.length <= whole.items.length;) {
      const next = await page(`limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      ids.push(...next.items.map(({ id }) => id));
      cursor = next.nextCursor;
    }
    expect(ids).toEqual(whole.items.map(({ id }) => id));
    problemOf(await ask(desk, `/${collection}`, { json: {} }), 404);
    if (collection === 'upkeep') return;
    const single = await ask(desk, `/${collection}/${ids[0]}`);
    expect(single.status).toBe(200);
    expect(jsonOf(single)).toMatchObject({ id: ids[0] });
  });
}

test('what narrows the lists of applications, courses, scouting and upkeep is read as it is meant or refused by its name', async ({
  desk,
}) => {
  const items = async (address: string) =>
    (jsonOf(await ask(desk, address)) as { items: Record<string, unknown>[] }).items;
  for (const { state } of await items('/certifications?state=received')) expect(state).toBe('received');
  for (const { state } of await items('/upkeep?view=running&state=unwilling')) expect(state).toBe('unwilling');
  for (const { status } of await items('/scouting-visits?status=planned&year=2022')) expect(status).toBe('planned');
  for (const [address, pointer] of [
    ['/certifications?state=done', '/state'],
    ['/courses?kind=cooking', '/kind'],
    ['/scouting-visits?from=2022-02-30', '/from'],
    ['/upkeep?view=everybody', '/view'],
    ['/expense-claims?state=lost', '/state'],
    ['/upkeep?activeTo=yesterday', '/activeTo'],
  ] as const) {
    const { errors = [] } = problemOf(await ask(desk, address), 422);
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
  }
});

test('who works on applications reads how the candidate is reached, who only reads them does not [SEC-13]', async ({
  desk,
}) => {
  const { items } = jsonOf(await ask(desk, '/certifications?state=received')) as { items: { id: string }[] };
  const read = async (person: 'officer' | 'auditor') =>
    jsonOf(await ask(desk, `/certifications/${items[0]?.id}`, { token: desk.tokens[person] })) as Record<
      string,
      unknown
    >;
  const [whole, reduced] = [await read('officer'), await read('auditor')];
  const contact = ['birthYear', 'postalCode', 'address', 'phone', 'email', 'recommenderName', 'recommenderRelation'];
  expect(contact.map((key) => whole[key]).filter((value) => value !== null).length).toBeGreaterThan(3);
  expect(contact.map((key) => reduced[key])).toEqual(contact.map(() => null));
  expect(reduced).toMatchObject({ number: whole['number'], name: whole['name'], state: 'received' });
});
