import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { certificationFields } from '#certification/domain/certification-fields.ts';
import { listCommands } from '#certification/domain/certification-transitions.ts';
import { getStandingForReview } from '#certification/read-case.server.ts';
import { showCriteria } from '#certification/show-criteria.ts';
import { certificationRefusalText, commandNames, stateNames } from '#certification/text.ts';
import { listEvidenceForReview } from '#evidence/evidence-files.server.ts';
import { showEvidence } from '#evidence/show-evidence.ts';
import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { date } from '#record/domain/date-codecs.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { text as textCodec } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { recordWords } from '#record/web/text.ts';
import { showDays } from '#record/web/show-days.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { FormError } from '#ui/error-summary.tsx';
import { findReviewCommand, type ReviewCommand } from '../domain/review-state.ts';
import { reviewCase, type ReviewMove } from '../review-case.server.ts';
import { findForReview } from '../review-queries.server.ts';
import { reviewText as words } from '../text.ts';

/** What the Center's page of an application shows. */
export async function loadReviewPage({ ctx, params, href }: StaffCall) {
  const { application, events } = await findForReview(ctx, params['id'] ?? '');
  const files = await listEvidenceForReview(ctx, application.id);
  const pageHref = href(`center/certifications/${application.id}`);
  const texts = showDays(certificationFields, formatFields(certificationFields, application.input));
  const commands = listCommands(application.state);
  return {
    title: `${application.input.number}　${application.input.name}`,
    corner: findPrefecture(ctx.corner)?.name ?? ctx.corner,
    version: application.version,
    key: randomUUID(),
    state: application.state,
    stateName: stateNames[application.state],
    today: ctx.today().replaceAll('-', '/'),
    commands: (['begin-review', 'certify', 'return', 'reject'] as const).filter((each) => commands.includes(each)),
    facts: certificationFields.map(({ key, header }) =>
      key === 'municipalityCode'
        ? { term: words.municipality, detail: findMunicipality(texts[key] ?? '')?.name ?? '' }
        : { term: header, detail: (texts[key] ?? '').replaceAll(';', '、') },
    ),
    certificate:
      application.registrationNumber === null
        ? []
        : [
            { term: words.registrationNumber, detail: application.registrationNumber },
            { term: words.certifiedOn, detail: application.certifiedOn ? formatEraDate(application.certifiedOn) : '' },
          ],
    ...showCriteria(await getStandingForReview(ctx, application.id), ctx.today()),
    files: files.map((file) => showEvidence(file, { href: `${pageHref}/evidence/${file.id}`, removeHref: undefined })),
    history: events.map((event) => ({
      key: String(event.sequence),
      at: instantText(event.at),
      who: event.actorName,
      what: `${commandNames[event.command]}（${formatSlashDate(event.happenedOn)}）`,
      ...(event.reason ? { reason: event.reason } : {}),
    })),
    listHref: href('center/certifications'),
  };
}

/** What the page answers when a step was not taken. */
export type ReviewAnswer = {
  readonly command: ReviewCommand;
  readonly texts: Readonly<Record<'reason' | 'registrationNumber' | 'certifiedOn' | 'course', string>>;
  readonly errors: readonly FormError[];
};

/** Takes a step of the Center and goes back to the application, or to the queue where it is out of sight now. */
export async function takeReview({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'certification.review');
  const form = await readForm(request);
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const command = findReviewCommand(textOf('command'));
  if (!command) throw data(null, { status: 400 });
  const texts = {
    reason: textOf('reason').replaceAll('\r\n', '\n'),
    registrationNumber: textOf('registrationNumber'),
    certifiedOn: textOf('certifiedOn'),
    course: textOf('course'),
  };
  const again = (errors: readonly FormError[], status: number) =>
    data<ReviewAnswer>({ command, texts, errors }, { status });
  const read = readMove(command, texts);
  if ('errors' in read) return again(read.errors, 422);
  const caseId = params['id'] ?? '';
  try {
    const moved = await reviewCase(ctx, {
      ...read.move,
      command,
      caseId,
      happenedOn: ctx.today(),
      version: Number(textOf('version')),
      key: textOf('idempotency-key') || undefined,
    });
    if (moved.ok)
      throw redirect(href(command === 'return' ? 'center/certifications' : `center/certifications/${caseId}`));
    return again([{ message: certificationRefusalText(moved.refusal) }], 409);
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    throw error;
  }
}

type Read = { readonly move: Pick<ReviewMove, 'reason' | 'certificate'> } | { readonly errors: readonly FormError[] };

const LONGEST_REASON = 500;

function readMove(command: ReviewCommand, texts: ReviewAnswer['texts']): Read {
  if (command === 'begin-review') return { move: { reason: null } };
  if (command === 'certify') return readCertificate(texts);
  const label = command === 'return' ? words.returnReason : words.rejectReason;
  const name = reasonName(command);
  if (texts.reason === '') return { errors: [{ name, message: words.reasonMissing(label) }] };
  const reason = textCodec({ limit: LONGEST_REASON }).parse(texts.reason.replaceAll('\n', ' '));
  return reason.ok
    ? { move: { reason: reason.value } }
    : { errors: [{ name, message: problemText(label, reason.refusal) }] };
}

/** The id of the field for a reason: there are two on the page. */
export function reasonName(command: 'return' | 'reject'): string {
  return `${command}-reason`;
}

const courses = ['exempt', 'not-taken'] as const;

function readCertificate(texts: ReviewAnswer['texts']): Read {
  const number = texts.registrationNumber === '' ? undefined : textCodec({ limit: 40 }).parse(texts.registrationNumber);
  const day = date().parse(texts.certifiedOn);
  const course = courses.find((known) => known === texts.course);
  const errors: FormError[] = [
    ...(number ? [] : [{ name: 'registrationNumber', message: words.registrationNumberMissing }]),
    ...(number && !number.ok
      ? [{ name: 'registrationNumber', message: problemText(words.registrationNumber, number.refusal) }]
      : []),
    ...(day.ok ? [] : [{ name: 'certifiedOn', message: problemText(words.certifiedOn, day.refusal) }]),
    ...(course ? [] : [{ name: 'course', message: words.courseMissing }]),
  ];
  if (!number?.ok || !day.ok || !course) return { errors };
  const certificate = { registrationNumber: number.value, certifiedOn: day.value, course };
  return { move: { reason: null, certificate } };
}
