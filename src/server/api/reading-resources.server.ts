import { z } from '@hono/zod-openapi';
import { certificationOrders, listCertifications } from '#certification/certification-queries.server.ts';
import { certificationFields } from '#certification/domain/certification-fields.ts';
import { certificationStates } from '#certification/domain/certification-state.ts';
import { withoutContactData } from '#certification/domain/contact-data.ts';
import { getCertification } from '#certification/read-case.server.ts';
import { COURSE_CURSOR_LENGTH, getCourse, listCourses } from '#course/course-queries.server.ts';
import { attendanceStates } from '#course/domain/attendance.ts';
import { courseFields } from '#course/domain/course-fields.ts';
import { courseKinds, courseModes, courseStates } from '#course/domain/course-kind.ts';
import { CLAIM_CURSOR_LENGTH, getClaim, listClaims } from '#expense/claim-queries.server.ts';
import { claimStates } from '#expense/domain/claim-state.ts';
import { expenseItems } from '#expense/domain/expense-line.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { scoutingVisitFields } from '#scouting/domain/scouting-visit-fields.ts';
import { scoutingVisitStatuses } from '#scouting/domain/scouting-visit-status.ts';
import { scoutingVisitRecords } from '#scouting/scouting-records.server.ts';
import { listScoutingVisits, SCOUTING_CURSOR_LENGTH } from '#scouting/scouting-visit-queries.server.ts';
import { upkeepStates } from '#upkeep/domain/upkeep.ts';
import { listUpkeep, UPKEEP_CURSOR_LENGTH, upkeepViews } from '#upkeep/upkeep-queries.server.ts';
import { readCode, readDay } from './query-values.ts';
import type { ReadingResource } from './reading-resource.server.ts';
import { recordSchema, toJson } from './record-schema.ts';

const day = z.string().nullable();
const count = z.number().int();
const codesOf = <Code extends string>(choices: readonly { readonly code: Code }[]) => choices.map(({ code }) => code);
const q = '番号・名称・フリガナなどの一部';

const certifications: ReadingResource = {
  path: '/certifications',
  title: '認定申請',
  schemaName: 'Certification',
  filters: { q, state: `状態（${certificationStates.join(', ')}）`, trade: '職種の符号' },
  row: z.object({
    id: z.uuid(),
    number: z.string(),
    name: z.string(),
    nameKana: z.string(),
    state: z.enum(certificationStates),
    trades: z.array(z.string()),
    employer: z.string().nullable(),
    appliedOn: day,
    lastStepOn: day,
  }),
  detail: recordSchema(certificationFields, 'CertificationFields')
    .extend({
      id: z.uuid(),
      version: count,
      state: z.enum(certificationStates),
      registrationNumber: z.string().nullable(),
      certifiedOn: day,
      steps: z.array(
        z.object({ command: z.string(), from: z.string(), to: z.string(), happenedOn: z.string(), at: z.string() }),
      ),
    })
    .openapi('Certification'),
  list: async (ctx, { query, limit, cursor }) => {
    const state = readCode(query, { parameter: 'state', codes: certificationStates }) ?? '';
    const filters = { q: query['q'] ?? '', state, trade: query['trade'] ?? '' };
    const place = decodeCursor(cursor, certificationOrders.number.columns.length);
    const page = await listCertifications(ctx, { filters, order: 'number', cursor: place, limit });
    const items = page.rows.map(({ decided: _, sortKey: __, lastStepOn, ...row }) => ({
      ...row,
      lastStepOn: lastStepOn || null,
    }));
    return { items, nextCursor: page.next ?? null };
  },
  // Who only reads sees where applications stand; how people are reached is for those who work on them.
  read: async (ctx, id) => {
    const { input, events, version, state, registrationNumber, certifiedOn } = await getCertification(ctx, id);
    const mayContact = isAllowed(ctx.actor, 'certification.write', { corner: ctx.corner });
    const steps = events.map(({ command, from, to, happenedOn, at }) => ({ command, from, to, happenedOn, at }));
    const fields = toJson(certificationFields, mayContact ? input : withoutContactData(input));
    return { ...fields, id, version, state, registrationNumber, certifiedOn, steps };
  },
};

const courses: ReadingResource = {
  path: '/courses',
  title: '講習',
  schemaName: 'Course',
  filters: {
    q: '種類・場所・講師・教材の一部',
    kind: `種類（${codesOf(courseKinds).join(', ')}）`,
    state: `状態（${codesOf(courseStates).join(', ')}）`,
  },
  row: z.object({
    id: z.uuid(),
    fiscalYear: count,
    kind: z.enum(codesOf(courseKinds)),
    firstDay: z.string(),
    lastDay: z.string(),
    place: z.string().nullable(),
    mode: z.enum(codesOf(courseModes)),
    state: z.enum(codesOf(courseStates)),
    capacity: count.nullable(),
    expected: count,
    completed: count,
  }),
  detail: recordSchema(courseFields, 'CourseFields')
    .extend({
      id: z.uuid(),
      version: count,
      state: z.enum(codesOf(courseStates)),
      cancelReason: z.string().nullable(),
      attendees: z.array(
        z.object({
          id: z.uuid(),
          number: z.string(),
          name: z.string(),
          state: z.enum(attendanceStates),
          invitedOn: z.string(),
          transportYen: count.nullable(),
        }),
      ),
    })
    .openapi('Course'),
  list: async (ctx, { query, limit, cursor, year }) => {
    const filters = {
      fiscalYear: year,
      q: query['q'] ?? '',
      kind: readCode(query, { parameter: 'kind', codes: codesOf(courseKinds) }) ?? '',
      state: readCode(query, { parameter: 'state', codes: codesOf(courseStates) }) ?? '',
    };
    const page = await listCourses(ctx, { filters, cursor: decodeCursor(cursor, COURSE_CURSOR_LENGTH), limit });
    return { items: page.rows, nextCursor: page.next ?? null };
  },
  read: async (ctx, id) => {
    const { input, version, state, cancelReason, attendees } = await getCourse(ctx, id);
    const people = attendees.map(({ id: person, number, name, state: attendance, invitedOn, transportYen }) => ({
      id: person,
      number,
      name,
      state: attendance,
      invitedOn,
      transportYen,
    }));
    return { ...toJson(courseFields, input), id, version, state, cancelReason, attendees: people };
  },
};

const scoutingVisits: ReadingResource = {
  path: '/scouting-visits',
  title: '開拓の訪問',
  schemaName: 'ScoutingVisit',
  filters: {
    q: '訪問先・職種・候補者・聞いたことの一部',
    coordinator: 'コーディネーターの氏名',
    status: `状態（${codesOf(scoutingVisitStatuses).join(', ')}）`,
    municipality: '市区町村コード',
    trade: '必要な職種の符号',
    from: '最初の日',
    to: '最後の日',
  },
  row: z.object({
    id: z.uuid(),
    number: z.string(),
    fiscalYear: count,
    visitOn: z.string(),
    startsAt: z.string().nullable(),
    status: z.enum(codesOf(scoutingVisitStatuses)),
    coordinator: z.string(),
    host: z.string(),
    organizationId: z.uuid().nullable(),
    municipalityCode: z.string(),
    needs: z.array(z.string()).nullable(),
    candidateCount: count,
    nextStep: z.string().nullable(),
    nextOn: day,
  }),
  detail: recordSchema(scoutingVisitFields, 'ScoutingVisitFields')
    .extend({ id: z.uuid(), version: count })
    .openapi('ScoutingVisit'),
  list: async (ctx, { query, limit, cursor, year }) => {
    const { from, to } = { from: readDay(query, 'from'), to: readDay(query, 'to') };
    const filters = {
      // Days say more than the year: a range may cross it.
      fiscalYear: from || to ? undefined : year,
      q: query['q'] ?? '',
      coordinator: query['coordinator'] ?? '',
      status: readCode(query, { parameter: 'status', codes: codesOf(scoutingVisitStatuses) }) ?? '',
      municipality: query['municipality'] ?? '',
      trade: query['trade'] ?? '',
      from,
      to,
    };
    const place = decodeCursor(cursor, SCOUTING_CURSOR_LENGTH);
    const page = await listScoutingVisits(ctx, { filters, order: 'latest', cursor: place, limit });
    return { items: page.rows, nextCursor: page.next ?? null };
  },
  read: async (ctx, id) => {
    const { input, version } = await scoutingVisitRecords.get(ctx, id);
    return { ...toJson(scoutingVisitFields, input), id, version };
  },
};

const upkeep: ReadingResource = {
  path: '/upkeep',
  title: '活動の確認',
  schemaName: 'Upkeep',
  filters: {
    view: `どの人か（${upkeepViews.join(', ')}）。省くと dormant`,
    q: '番号・氏名・フリガナ・所属の一部',
    state: `状態（${upkeepStates.join(', ')}）`,
    trade: '職種の符号',
    municipality: '市区町村コード',
    activeFrom: '最終活動日の最初の日',
    activeTo: '最終活動日の最後の日',
  },
  row: z.object({
    id: z.uuid(),
    number: z.string(),
    name: z.string(),
    kind: z.string(),
    state: z.enum(upkeepStates),
    lastActivityOn: day,
    since: day.openapi({ description: '3年を数え始める日' }),
    endedOn: day,
  }),
  list: async (ctx, { query, limit, cursor }) => {
    const view = readCode(query, { parameter: 'view', codes: upkeepViews }) ?? 'dormant';
    const filters = {
      q: query['q'] ?? '',
      state: readCode(query, { parameter: 'state', codes: upkeepStates }) ?? ('' as const),
      trade: query['trade'] ?? '',
      municipality: query['municipality'] ?? '',
      activeFrom: readDay(query, 'activeFrom'),
      activeTo: readDay(query, 'activeTo'),
    };
    const page = await listUpkeep(ctx, { view, filters, cursor: decodeCursor(cursor, UPKEEP_CURSOR_LENGTH), limit });
    const items = page.rows.map(({ id, number, name, kind, state, lastActivityOn, since, endedOn }) => ({
      id,
      number,
      name,
      kind,
      state,
      lastActivityOn,
      since,
      endedOn,
    }));
    return { items, nextCursor: page.next ?? null };
  },
};

const claimStateCodes = codesOf(claimStates);

const expenseClaims: ReadingResource = {
  path: '/expense-claims',
  title: '謝金・旅費の請求',
  schemaName: 'ExpenseClaim',
  filters: { q: '氏名・派遣先・派遣番号の一部', state: `状態（${claimStateCodes.join(', ')}）` },
  row: z.object({
    id: z.uuid(),
    visitNumber: z.string(),
    visitOn: z.string(),
    instructorNumber: z.string(),
    instructorName: z.string(),
    host: z.string(),
    state: z.enum(claimStateCodes),
    totalYen: count,
  }),
  // Nothing of an account: whom money goes to is told by the number of the person alone (SEC-05).
  detail: z
    .object({
      id: z.uuid(),
      version: count,
      fiscalYear: count,
      visitNumber: z.string(),
      visitOn: z.string(),
      instructorNumber: z.string(),
      instructorName: z.string(),
      host: z.string(),
      state: z.enum(claimStateCodes),
      totalYen: count,
      withheldBaseYen: count,
      rate: z.object({ validFrom: z.string(), revision: count, basis: z.string() }),
      lines: z.array(z.object({ item: z.enum(codesOf(expenseItems)), amountYen: count, excessYen: count })),
    })
    .openapi('ExpenseClaim'),
  list: async (ctx, { query, limit, cursor, year }) => {
    const state = readCode(query, { parameter: 'state', codes: claimStateCodes }) ?? '';
    const filters = { q: query['q'] ?? '', state };
    const place = decodeCursor(cursor, CLAIM_CURSOR_LENGTH);
    const page = await listClaims(ctx, { filters, fiscalYear: year, cursor: place, limit });
    const items = page.rows.map(({ updatedAt: _, totalYen, ...row }) => ({ ...row, totalYen: Number(totalYen) }));
    return { items, nextCursor: page.next ?? null };
  },
  read: async (ctx, id) => {
    const { subject, rate, lines, version, fiscalYear, state, totalYen, withheldBaseYen } = await getClaim(ctx, id);
    const { visitNumber, visitOn, instructorNumber, instructorName, host } = subject;
    return {
      id,
      version,
      fiscalYear,
      visitNumber,
      visitOn,
      instructorNumber,
      instructorName,
      host,
      state,
      totalYen,
      withheldBaseYen,
      rate: { validFrom: rate.validFrom, revision: rate.revision, basis: rate.basis },
      lines: lines.map(({ input, amountYen, excessYen }) => ({ item: input.item, amountYen, excessYen })),
    };
  },
};

/** The collections that scripts read and the desk's own procedures change. */
export const readingResources: readonly ReadingResource[] = [
  certifications,
  courses,
  scoutingVisits,
  upkeep,
  expenseClaims,
];
