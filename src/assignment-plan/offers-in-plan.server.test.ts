import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { makeOffer } from '#offer/offer.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { adoptProposals } from './adopt-proposals.server.ts';
import { ensureBasePlan } from './change-plan.server.ts';
import { listProposals, listUnplaced } from './run-queries.server.ts';
import { runNow } from './start-run.server.ts';

const desk = useTestDatabase();
const [today, monday, tuesday] = [plainDate('2022-11-30'), plainDate('2022-12-05'), plainDate('2022-12-06')] as const;
let planId: string;
let instructorId: string;
let askedFor: string;

/** Somebody was asked for Monday by a request that then had to wait for the budget of the next year. */
beforeEach(async () => {
  await registerOrganization(desk.context());
  instructorId = await registerInstructor(desk.context());
  askedFor = await registerRequest(desk.context(), { candidateDates: [{ from: monday, until: monday }] });
  const step = { requestId: askedFor, command: 'check-eligibility', happenedOn: today, reason: null } as const;
  await moveRequest(desk.context(), step);
  const order = { requestId: askedFor, instructorId, days: [monday], startsAt: null, answerBy: today } as const;
  const offered = await makeOffer(desk.context(), { ...order, way: 'call', note: null });
  if (!offered.ok) throw new Error(JSON.stringify(offered.refusal));
  await desk.asOwner(`update request set stage = 'waitlisted'`);
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
});

async function reckon() {
  const done = await runNow(desk.context(), { planId });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.id;
}

test('a day that an open offer holds is proposed to nobody else, so that what is proposed can be adopted', async () => {
  const candidateDates = [{ from: monday, until: tuesday }];
  const requestId = await registerRequest(desk.context(), { number: 'R-002', wishedSessions: 2, candidateDates });
  const runId = await reckon();
  expect((await listProposals(desk.context(), { runId })).rows).toMatchObject([{ requestId, visitOn: tuesday }]);
  expect((await listUnplaced(desk.context(), { runId })).rows).toMatchObject([{ requestId, sessions: 1 }]);
  const order = { runId, requestIds: [requestId], way: 'visit', answerBy: null } as const;
  expect(await adoptProposals(desk.context(), order)).toMatchObject({
    adopted: [{ requestId, visits: 1 }],
    refused: [],
  });
});

test('a session that only an open offer keeps from being held is told so', async () => {
  await registerRequest(desk.context(), { number: 'R-002', candidateDates: [{ from: monday, until: monday }] });
  const { rows } = await listUnplaced(desk.context(), { runId: await reckon() });
  expect(rows).toMatchObject([{ blockers: [{ rule: 'offered', instructors: 1 }] }]);
});

test('an offer of which the day is over holds nothing', async () => {
  const requestId = await registerRequest(desk.context(), {
    number: 'R-002',
    wishedSessions: 1,
    candidateDates: [{ from: tuesday, until: tuesday }],
  });
  await desk.asOwner(`update instructor set yearly_cap = 1`);
  const done = await runNow(desk.context({ today: tuesday }), { planId });
  const runId = done.ok ? done.value.id : '';
  expect((await listProposals(desk.context(), { runId })).rows).toMatchObject([{ requestId, visitOn: tuesday }]);
});
