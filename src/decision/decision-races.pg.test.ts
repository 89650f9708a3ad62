import { beforeEach, expect, test } from 'vitest';
import { getStanding } from '#dispatch/stage-queries.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { anAcceptedRequest, staffAccounts } from './decision-fixture.server.ts';
import { listDecisions } from './decision-queries.server.ts';
import { proposeDecision } from './propose-decision.server.ts';
import { stepDecision } from './step-decision.server.ts';

const desk = useTestDatabase();
let requestId: string;

const as = (role: 'officer' | 'chief' | 'coordinator') => desk.context({ role, actor: { id: `${role}-1` } });
const propose = (approverIds: readonly string[]) =>
  proposeDecision(as('coordinator'), { requestId, subject: '派遣について', note: null, approverIds });

async function proposed(approverIds: readonly string[]): Promise<string> {
  const made = await propose(approverIds);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.id;
}

beforeEach(async () => {
  await desk.asOwner(staffAccounts);
  requestId = await anAcceptedRequest(desk.context());
});

test('of an approval and a return of the same draft at the same moment one wins, and the other is told [DOC-09]', async () => {
  const decisionId = await proposed(['chief-1']);
  const answers = await Promise.all([
    stepDecision(as('chief'), { decisionId, command: 'approve', reason: null, version: 1 }),
    stepDecision(as('chief'), { decisionId, command: 'return', reason: '日が違う', version: 1 }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'moved-meanwhile' } });
  const [decision] = await listDecisions(desk.context(), requestId);
  const { stage } = await getStanding(desk.context(), requestId);
  expect(['decided approved', 'returned pre-meeting']).toContain(`${decision?.state} ${stage}`);
});

test('of two approvers who approve at the same moment one is counted, and the draft is decided only in order', async () => {
  const decisionId = await proposed(['officer-1', 'chief-1']);
  const answers = await Promise.all(
    (['officer', 'chief'] as const).map((role) =>
      stepDecision(as(role), { decisionId, command: 'approve', reason: null, version: 1 }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    refusal: { kind: expect.stringMatching(/moved-meanwhile|not-your-turn/u) },
  });
  const [decision] = await listDecisions(desk.context(), requestId);
  expect(decision).toMatchObject({ state: 'circulating', version: 2 });
});

test('of two who draft one plan at the same moment one does, and the other is told that it goes round', async () => {
  const answers = await Promise.all([propose(['chief-1']), propose(['officer-1'])]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'not-possible', why: 'going-round' } });
  expect(await listDecisions(desk.context(), requestId)).toHaveLength(1);
});
