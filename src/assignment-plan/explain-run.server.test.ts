import { expect, test } from 'vitest';
import { buildProblem } from '#matching/domain/build-problem.ts';
import { explainProposals } from '#matching/domain/explain-proposals.ts';
import { aPlanningRequest, planningFacts } from '#matching/domain/planning.fixture.ts';
import { explainApart } from './explain-run.server.ts';

test('a solution that is explained in a thread of its own is explained as it is here', async () => {
  const facts = planningFacts({ requests: [aPlanningRequest({ openSessions: 3 }), aPlanningRequest({ id: 'R-2' })] });
  const solution = { chosen: [0, 2] };
  const here = explainProposals(buildProblem(facts), facts, solution);
  expect(here.proposals).toHaveLength(2);
  expect(here.unplaced).toHaveLength(2);
  expect(await explainApart({ facts, solution })).toEqual(here);
});
