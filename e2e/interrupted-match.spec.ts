import { spawn } from 'node:child_process';
import { stopDesk, type startDesk } from './fixtures.ts';
import { runCommand } from './http-desk.ts';
import { asOwner, rowsOf } from './owned-database.ts';
import { answerOf, expect, test } from './shell-desk.ts';

type Desk = Awaited<ReturnType<typeof startDesk>>;
type Run = { readonly id: string; readonly state: string; readonly objective: number | null };
type Whole = Run & { readonly assignments: readonly { readonly request: string; readonly state: string }[] };

/** So many requests of two people each that the best year is not proven before the test has seen what it wants. */
const manyRequests = [
  `insert into request select (jsonb_populate_record(request, jsonb_build_object(
     'request_id', gen_random_uuid(), 'number', request.number || '-' || copy))).*
   from request, generate_series(1, 20) copy where fiscal_year = 2023`,
  `insert into request_application (corner_code, request_id, team_size)
   select corner_code, request_id, 2 from request where fiscal_year = 2023
   on conflict (corner_code, request_id) do update set team_size = 2`,
  `insert into instructor select (jsonb_populate_record(instructor, jsonb_build_object(
     'instructor_id', gen_random_uuid(), 'number', instructor.number || '-' || copy))).*
   from instructor, generate_series(1, 2) copy`,
].map((sql) => ({ sql }));

function callsOf({ address }: Desk, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = async (path: string, json?: unknown): Promise<unknown> => {
    const sending = json === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(json) };
    return (await fetch(`${address}/api/v1${path}`, sending)).json();
  };
  return {
    list: async () => ((await ask('/match-runs?year=2023')) as { items: readonly Run[] }).items,
    begin: async () => (await ask('/match-runs', { year: 2023 })) as Run,
    find: async (id: string) =>
      ((await ask('/match-runs?year=2023')) as { items: readonly Run[] }).items.find((run) => run.id === id),
    read: async (id: string) => (await ask(`/match-runs/${id}`)) as Whole,
    /** The demonstration has no visit of that year. */
    hasVisits: async () => ((await ask('/visits?year=2023&limit=1')) as { items: readonly unknown[] }).items.length > 0,
    adopt: (id: string, requests?: readonly string[]) => ask(`/match-runs/${id}/adoption`, { as: 'visit', requests }),
  };
}

type Calls = ReturnType<typeof callsOf>;

/** Waits until the calculation, which goes on, has kept a proposal that assigns somebody. */
async function untilProposed({ read }: Calls, id: string): Promise<void> {
  const kept = async () => {
    const { state, assignments } = await read(id);
    return { state, proposed: assignments.length > 0 };
  };
  await expect.poll(kept, { timeout: 60_000 }).toEqual({ state: 'running', proposed: true });
}

/** `takumi match`, ended by whoever ends the machine's programs, once it has kept a proposal. */
async function terminateMatch(folder: string): Promise<void> {
  const child = spawn(process.execPath, ['bin/takumi.js', 'match', '--corner', '35', '--year', '2023', '--json'], {
    env: { ...process.env, TAKUMI_DATA: folder, DATABASE_URL: '', TAKUMI_LOG: 'debug' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    // The very first proposal may assign nobody yet.
    if (/"assigned":[1-9]/u.test(stderr)) child.kill('SIGTERM');
  });
  const ended = await new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  expect({ ended, stdout }, stderr).toEqual({ ended: { code: null, signal: 'SIGTERM' }, stdout: '' });
}

/** No farewell: what is not kept is gone. */
async function kill({ process }: Desk): Promise<void> {
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await ended;
}

/** Requests of a calculation that are neither as they were nor planned whole. */
const halfAdopted = (id: string) => `
  select request_id, count(*) filter (where state = 'adopted') as adopted, count(*) as proposed,
    (select count(*) from visit where visit.request_id = proposal.request_id) as visits
  from assignment_proposal proposal where run_id = '${id}' group by request_id
  having count(*) filter (where state = 'adopted') not in (0, count(*))
    or count(*) filter (where state = 'adopted')
      <> (select count(*) from visit where visit.request_id = proposal.request_id)`;

test('a calculation survives SIGTERM of its command and SIGKILL of the desk, as an adoption does, with nothing half done; closing the desk ends one in order [contract.md §1]', async ({
  folder,
  start,
}) => {
  test.setTimeout(180_000);
  await asOwner(folder, manyRequests);
  const issue = ['user', 'token', '--email', 'officer@example.jp', '--name', 'planner', '--json'];
  const { token } = answerOf(await runCommand(folder, issue), 0) as { token: string };

  await terminateMatch(folder);
  let desk = await start();
  let calls = callsOf(desk, token);
  const [terminated] = await calls.list();
  expect(terminated?.state).toBe('interrupted');
  expect((await calls.read(terminated?.id ?? '')).assignments.length).toBeGreaterThan(0);
  const { id } = await calls.begin();
  await untilProposed(calls, id);
  await kill(desk);

  desk = await start();
  calls = callsOf(desk, token);
  expect(await calls.find(id)).toMatchObject({ state: 'interrupted' });
  const { assignments } = await calls.read(id);
  expect(assignments.length).toBeGreaterThan(0);
  expect(new Set(assignments.map(({ state }) => state))).toEqual(new Set(['open']));
  // Killed while it goes from request to request: nobody hears its answer.
  calls.adopt(id).catch(() => undefined);
  await expect.poll(calls.hasVisits, { timeout: 30_000, intervals: [10] }).toBe(true);
  await kill(desk);
  expect(await rowsOf(folder, halfAdopted(id))).toEqual([]);

  desk = await start();
  calls = callsOf(desk, token);
  const left = (await calls.read(id)).assignments.find(({ state }) => state === 'open');
  expect(left, 'a request that the killed adoption had not come to').toBeDefined();
  const number = left?.request ?? '';
  expect(await calls.adopt(id, [number])).toMatchObject({ adopted: [{ request: number }], refused: [] });
  const next = await calls.begin();
  await untilProposed(calls, next.id);
  await stopDesk(desk);
  expect(desk.errors()).toBe('');
  const ended = `select state, (select count(*) > 0 from assignment_proposal where run_id = '${next.id}') as proposed
    from assignment_run where run_id = '${next.id}'`;
  expect(await rowsOf(folder, ended)).toEqual([{ state: 'interrupted', proposed: true }]);
  expect(await rowsOf(folder, halfAdopted(id))).toEqual([]);
});
