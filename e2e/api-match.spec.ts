import { ask, jsonOf, problemOf } from './api-call.ts';
import { expect, test, type HttpDesk } from './http-desk.ts';

type Run = { readonly id: string; readonly state: string; readonly objective: number; readonly bound: number };
type Whole = Run & {
  readonly assignments: readonly { readonly request: string; readonly visitOn: string; readonly state: string }[];
};

/** Reads a calculation until it has ended. */
async function untilEnded(desk: HttpDesk, id: string): Promise<Whole> {
  await expect
    .poll(async () => (jsonOf(await ask(desk, `/match-runs/${id}`)) as Run).state, { timeout: 60_000 })
    .not.toMatch(/waiting|running/u);
  return jsonOf(await ask(desk, `/match-runs/${id}`)) as Whole;
}

test('a script starts a calculation once for a key, reads it to its end, and adopts one request of it [contract §2]', async ({
  desk,
}) => {
  test.setTimeout(120_000);
  const headers = { 'idempotency-key': 'a-plan-of-next-year' };
  const start = () => ask(desk, '/match-runs', { json: { year: 2023, timeLimitSeconds: 5 }, headers });
  const first = await start();
  expect(first.status).toBe(202);
  const { id } = jsonOf(first) as Run;
  expect((jsonOf(await start()) as Run).id).toBe(id);
  const ended = await untilEnded(desk, id);
  expect(ended).toMatchObject({ state: 'done', fiscalYear: 2023, corner: '35' });
  expect(ended.bound).toBeLessThanOrEqual(ended.objective);
  expect(ended.assignments.length).toBeGreaterThan(0);
  const { items } = jsonOf(await ask(desk, '/match-runs?year=2023&state=done')) as { items: Run[] };
  expect(items.map((run) => run.id)).toContain(id);
  expect(jsonOf(await ask(desk, `/match-runs/${id}/cancel`, { json: {} }))).toMatchObject({ id, state: 'done' });

  const [one] = ended.assignments;
  const body = { as: 'visit', requests: [one?.request ?? ''] };
  const adopted = jsonOf(await ask(desk, `/match-runs/${id}/adoption`, { json: body }));
  expect(adopted).toMatchObject({ adopted: [{ request: one?.request }], refused: [] });
  const after = jsonOf(await ask(desk, `/match-runs/${id}`)) as Whole;
  for (const { request, state } of after.assignments) expect(state).toBe(request === one?.request ? 'adopted' : 'open');
  problemOf(await ask(desk, `/match-runs/${id}/adoption`, { json: body }), 409);
});

test('what a calculation cannot be asked is refused by its name [contract §2]', async ({ desk }) => {
  test.setTimeout(120_000);
  const { id } = jsonOf(await ask(desk, '/match-runs', { json: { year: 2022, timeLimitSeconds: 30 } })) as Run;
  await untilEnded(desk, id);
  for (const [address, json, pointer] of [
    ['/match-runs', {}, '/year'],
    ['/match-runs', { year: 2022, from: '2022-02-30' }, '/from'],
    ['/match-runs', { year: 2022, timeLimitSeconds: 0 }, '/timeLimitSeconds'],
    [`/match-runs/${id}/adoption`, {}, '/as'],
    [`/match-runs/${id}/adoption`, { as: 'offer' }, '/answerBy'],
    ['/match-runs?state=lost', undefined, '/state'],
  ] as const) {
    const { errors = [] } = problemOf(await ask(desk, address, json ? { json } : {}), 422);
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
  }
  problemOf(await ask(desk, '/match-runs', { json: { year: 2020 } }), 409);
  problemOf(await ask(desk, '/match-runs/00000000-0000-4000-8000-000000000000'), 404);
});
