import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { findRuleOn } from '#record/domain/dated-rule.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { listAdviserRules } from './adviser-rules.server.ts';
import type { AdviserRule } from './domain/adviser-rule.ts';
import { checkProfile, decideConsents, profileFields, type InstructorProfile } from './domain/profile-fields.ts';
import type { InstructorInput } from './domain/instructor.ts';
import { changedConsents } from './domain/own-consents.ts';
import { auditConsents } from './own-consents.server.ts';
import { instructorStore } from './instructor-store.server.ts';
import { readProfile, writeConsents, writeProfile, type HeldConsent } from './profile-store.server.ts';

export type ProfileDetail = {
  readonly person: InstructorInput;
  readonly version: number;
  readonly profile: InstructorProfile;
  readonly consents: readonly HeldConsent[];
  /** The trades of the person that a ものづくりマイスター of the corner teaches. */
  readonly tradesWithMeister: readonly string[];
  /** What the corner asks of senior advisers today, where the person is one. */
  readonly adviserRule: AdviserRule | undefined;
};

/** 資格と公開 of one instructor; a blank one with version 0 where nothing was entered yet. */
export async function getProfile(ctx: Context, id: string): Promise<ProfileDetail> {
  requirePermission(ctx, 'instructor.read');
  const person = isRecordId(id) ? await instructorStore.findById(ctx.db, id) : undefined;
  if (!person || person.deleted) throw new NotFound(instructorStore.name, id);
  const trades = await ctx.db
    .selectFrom('instructor_trade as own')
    .select('own.trade_code as code')
    .where('own.instructor_id', '=', id)
    .where((row) =>
      row.exists(
        row
          .selectFrom('instructor')
          .innerJoin('instructor_trade', 'instructor_trade.instructor_id', 'instructor.instructor_id')
          .whereRef('instructor_trade.trade_code', '=', 'own.trade_code')
          .where('instructor.kind', '=', 'meister')
          .where('instructor.deleted_at', 'is', null)
          .select('instructor.instructor_id'),
      ),
    )
    .execute();
  return {
    ...(await readProfile(ctx.db, id)),
    person: person.input,
    tradesWithMeister: trades.map(({ code }) => code),
    adviserRule:
      person.input.kind === 'senior-advisor' ? findRuleOn(await listAdviserRules(ctx), ctx.today()) : undefined,
  };
}

export type ProfileChange = {
  readonly id: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly profile: InstructorProfile;
};

/** Overwrites 資格と公開; what the log keeps of it are its lines as the person reads them. */
export function saveProfile(
  ctx: Context,
  { id, version, profile }: ProfileChange,
): Promise<Result<{ readonly id: string }, readonly FieldProblem[]>> {
  requirePermission(ctx, 'instructor.write');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, instructorStore.name);
    const person = isRecordId(id) ? await instructorStore.findById(tx, id) : undefined;
    if (!person || person.deleted) throw new NotFound(instructorStore.name, id);
    const before = await readProfile(tx, id);
    if (before.version !== version) throw new Conflict(instructorStore.name, id, version, before.version);
    const problems = checkProfile(profile, ctx.today());
    if (problems.length > 0) return refuse(problems);
    await writeProfile(tx, ctx, { id, version, profile });
    const consents = changedConsents(before.consents, decideConsents(profile, before.consents, ctx.today()));
    await writeConsents(tx, ctx, { id, consents, onBehalf: true });
    const entity = { kind: instructorStore.name, id, label: person.input.name };
    const [linesBefore, lines] = [before.profile, profile].map((each) => ({ profile: linesOf(each) }));
    await recordAudit(tx, ctx, [{ action: 'updated', entity, before: linesBefore ?? {}, after: lines ?? {} }]);
    await auditConsents(tx, ctx, { person: { id, name: person.input.name }, consents });
    return accept({ id });
  });
}

function linesOf(profile: InstructorProfile): readonly string[] {
  const texts = formatFields(profileFields, profile);
  return profileFields.flatMap(({ key, header }) => (texts[key] ? [`${header}：${texts[key]}`] : []));
}
