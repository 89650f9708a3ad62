import { data, redirect, type LoaderFunctionArgs } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { letterDeskOf } from '#server/letter-desk.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { FormError } from '#ui/error-summary.tsx';
import { audienceLabel, audiences, participantsOf, type Audience } from '../domain/audience.ts';
import { countRatings, measureShare, sum, tallyQuestion, type AnswerGroup } from '../domain/outcome.ts';
import { standardQuestions } from '../domain/standard-question.ts';
import { lastAnswerDay } from '../domain/ticket.ts';
import { withdrawEntry } from '../enter-sheets.server.ts';
import { issueTickets, revokeTickets } from '../issue-tickets.server.ts';
import { countOwnAnswers, groupByVisit, listFreeTexts } from '../result-queries.server.ts';
import { issueRefusalText } from '../refusal-text.ts';
import { questionText, surveyText as words, tallyText } from '../text.ts';
import { getVisitSurvey, type AskedVisit, type VisitSurvey } from '../visit-survey-queries.server.ts';
import { requireAudience } from './survey-call.server.ts';

/** Everything the page of a visit's questionnaires shows. */
export async function loadVisitSurvey({ ctx, params, url, href }: StaffCall) {
  const survey = await getVisitSurvey(ctx, params['id'] ?? '');
  const { visit } = survey;
  const base = href(`visits/${visit.id}/survey`);
  const on = { fiscalYear: visit.fiscalYear, asOf: ctx.today() };
  const scope = { visitIds: [visit.id] };
  const groups = (await groupByVisit(ctx, on, scope.visitIds)).get(visit.id) ?? [];
  const texts = await listFreeTexts(ctx.db, on, scope);
  const own = await countOwnAnswers(ctx, on, scope);
  const participants = groups.filter(({ audience }) => audience !== 'host');
  const may = (permission: 'survey.write' | 'survey.delete') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  return {
    visit: showVisit(visit),
    visitHref: href(`visits/${visit.id}`),
    asked: askedOf(visit, groups).map((audience) => ({
      audience,
      label: audienceLabel(audience),
      round: survey.rounds[audience],
      wanted: wantedOf(survey, audience),
      results: showResults(audience, groups),
      texts: texts.filter((text) => text.audience === audience).map(({ text }) => text),
      own: own.filter((row) => row.audience === audience),
      sheetsHref: `${base}/sheets/${audience}`,
      paperHref: `${base}/paper/${audience}`,
      entryHref: `${base}/entry/${audience}`,
    })),
    entries: survey.entries.map(({ enteredOn, ...entry }) => ({
      ...entry,
      label: audienceLabel(entry.audience),
      enteredOn: formatSlashDate(enteredOn),
    })),
    over: sum(participants) > visit.trainees ? words.over(sum(participants), visit.trainees) : undefined,
    mayWrite: may('survey.write') && visit.status !== 'cancelled',
    mayWithdraw: may('survey.delete'),
    key: ctx.newId(),
    done: doneText(url),
  };
}

function showVisit({ visitOn, ...visit }: AskedVisit) {
  return { ...visit, day: formatSlashDate(visitOn), lastDay: formatSlashDate(lastAnswerDay(visitOn)) };
}

/** The host and who took part; and whoever else has answered all the same, by a file. */
function askedOf({ program }: AskedVisit, groups: readonly AnswerGroup[]): readonly Audience[] {
  const participants = participantsOf(program);
  return audiences
    .map(({ code }) => code)
    .filter((code) => code === 'host' || code === participants || groups.some(({ audience }) => audience === code));
}

/** As many sheets as are still missing: one for the host, one for everybody who took part. */
function wantedOf({ visit, rounds }: VisitSurvey, audience: Audience): number {
  const people = audience === 'host' ? 1 : visit.trainees;
  return Math.max(0, people - (rounds[audience].issued - rounds[audience].revoked));
}

function showResults(audience: Audience, groups: readonly AnswerGroup[]) {
  const own = groups.filter((group) => group.audience === audience);
  return {
    answers: sum(own),
    lines: standardQuestions(audience).flatMap(({ key }) =>
      key === 'freeText'
        ? []
        : [
            {
              question: questionText(audience, key),
              share: tallyText(measureShare(tallyQuestion(key, own))),
              ratings: key === 'prompted' ? [] : countRatings(key, own),
            },
          ],
    ),
  };
}

function doneText(url: URL): string | undefined {
  const count = (name: string) => Number(/^\d{1,4}$/u.exec(url.searchParams.get(name) ?? '')?.[0] ?? Number.NaN);
  const texts = {
    issued: words.issueDone,
    revoked: words.revokeDone,
    entered: words.entered,
    withdrawn: words.withdrawnDone,
  };
  for (const name of ['issued', 'revoked', 'entered', 'withdrawn'] as const)
    if (!Number.isNaN(count(name))) return texts[name](count(name));
  return undefined;
}

const LONGEST_REASON = 200;

export type VisitSurveyAnswer = {
  readonly errors: readonly FormError[];
  readonly typed: Readonly<Record<string, string>>;
};

/** Makes sheets, takes unanswered ones back, or withdraws papers that were typed in by mistake. */
export async function takeVisitSurvey({ ctx, params, request, href }: StaffCall, args: LoaderFunctionArgs) {
  requirePermission(ctx, 'survey.write');
  const form = await readForm(request);
  const text = (name: string) => textIn(form, name).replaceAll('\0', '').trim();
  const visitId = params['id'] ?? '';
  const again = (message: string, status: number, name?: string) =>
    data<VisitSurveyAnswer>(
      { errors: [{ message, ...(name && { name }) }], typed: { wanted: text('wanted'), reason: text('reason') } },
      { status },
    );
  const back = (name: string, count: number) => redirect(href(`visits/${visitId}/survey?${name}=${count}`));
  if (text('intent') === 'withdraw') {
    const entryId = text('entry');
    const reason = text('reason').slice(0, LONGEST_REASON);
    const withdrawn = await withdrawEntry(ctx, { visitId, entryId, reason });
    if (withdrawn.ok) throw back('withdrawn', withdrawn.value.sheets);
    const isMissing = withdrawn.refusal.kind === 'no-reason';
    return again(isMissing ? words.withdrawMissing : words.withdrawnBefore, isMissing ? 422 : 409, `reason-${entryId}`);
  }
  const audience = requireAudience(text('audience'));
  if (text('intent') === 'revoke') throw back('revoked', await revokeTickets(ctx, { visitId, audience }));
  try {
    const wanted = Number(foldNumeric(text('wanted')) || Number.NaN);
    const order = { visitId, audience, wanted, key: text('idempotency-key') || undefined };
    const issued = await issueTickets(ctx, letterDeskOf(args).key, order);
    if (issued.ok) throw back('issued', issued.value.issued);
    return again(issueRefusalText(issued.refusal), 422, `wanted-${audience}`);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again(words.sentBefore, 409);
    throw error;
  }
}
