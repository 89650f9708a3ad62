import { accept, refuse, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { checkProfile, decideConsents, profileFields, type InstructorProfile } from './domain/profile-fields.ts';
import type { InstructorInput } from './domain/instructor.ts';
import { publicItems, type Consent, type PublicItem } from './domain/public-profile.ts';
import { instructorStore } from './instructor-store.server.ts';

export type ProfileDetail = {
  readonly person: InstructorInput;
  readonly version: number;
  readonly profile: InstructorProfile;
  readonly consents: readonly Consent[];
  /** The trades of the person that a ものづくりマイスター of the corner teaches. */
  readonly tradesWithMeister: readonly string[];
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
  };
}

type StoredProfile = Omit<ProfileDetail, 'person' | 'tradesWithMeister'>;

async function readProfile(db: Db, id: string): Promise<StoredProfile> {
  const row = await db.selectFrom('instructor_profile').selectAll().where('instructor_id', '=', id).executeTakeFirst();
  const rows = await db
    .selectFrom('instructor_consent')
    .select(['item', 'consented_on as consentedOn', 'expires_on as expiresOn', 'withdrawn_on as withdrawnOn'])
    .where('instructor_id', '=', id)
    .execute();
  // The columns take only what the domain's unions have.
  const consents = rows as unknown as readonly Consent[];
  const standing = (item: PublicItem) => consents.find((each) => each.item === item && each.withdrawnOn === null);
  const days = publicItems.flatMap((item) => [
    [`${item}On`, standing(item)?.consentedOn ?? null],
    [`${item}Until`, standing(item)?.expiresOn ?? null],
  ]);
  const profile = {
    scheme: row?.scheme ?? null,
    schemeName: row?.scheme_name ?? null,
    grade: row?.grade ?? null,
    practiceFrom: (row?.practice_from ?? null) as PlainDate | null,
    contest: row?.contest ?? null,
    contestPlace: row?.contest_place ?? null,
    introduction: row?.introduction ?? null,
    ...Object.fromEntries(days),
  } as unknown as InstructorProfile;
  return { version: row?.version ?? 0, profile, consents };
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
    await writeConsents(tx, ctx, { id, consents: decideConsents(profile, before.consents, ctx.today()) });
    const entity = { kind: instructorStore.name, id, label: person.input.name };
    const [linesBefore, lines] = [before.profile, profile].map((each) => ({ profile: linesOf(each) }));
    await recordAudit(tx, ctx, [{ action: 'updated', entity, before: linesBefore ?? {}, after: lines ?? {} }]);
    return accept({ id });
  });
}

function linesOf(profile: InstructorProfile): readonly string[] {
  const texts = formatFields(profileFields, profile);
  return profileFields.flatMap(({ key, header }) => (texts[key] ? [`${header}：${texts[key]}`] : []));
}

async function writeProfile(tx: Tx, ctx: Context, { id, version, profile }: ProfileChange): Promise<void> {
  const row = {
    scheme: profile.scheme,
    scheme_name: profile.schemeName,
    grade: profile.grade,
    practice_from: profile.practiceFrom,
    contest: profile.contest,
    contest_place: profile.contestPlace,
    introduction: profile.introduction,
    version: version + 1,
    updated_at: ctx.now(),
  };
  await tx
    .insertInto('instructor_profile')
    .values({ corner_code: ctx.corner, instructor_id: id, ...row })
    .onConflict((conflict) => conflict.columns(['corner_code', 'instructor_id']).doUpdateSet(row))
    .execute();
}

async function writeConsents(
  tx: Tx,
  ctx: Context,
  { id, consents }: { readonly id: string; readonly consents: readonly Consent[] },
): Promise<void> {
  for (const { item, consentedOn, expiresOn, withdrawnOn } of consents) {
    const row = { consented_on: consentedOn, expires_on: expiresOn, withdrawn_on: withdrawnOn };
    await tx
      .insertInto('instructor_consent')
      .values({ corner_code: ctx.corner, instructor_id: id, item, ...row })
      .onConflict((conflict) => conflict.columns(['corner_code', 'instructor_id', 'item']).doUpdateSet(row))
      .execute();
  }
}
