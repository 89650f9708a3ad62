import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { InstructorProfile } from './domain/profile-fields.ts';
import { publicItems, type Consent, type PublicItem } from './domain/public-profile.ts';

/** A consent of the books, with who entered it: the person, or staff who speak for them. */
export type HeldConsent = Consent & { readonly enteredBy: string; readonly onBehalf: boolean };

export type StoredProfile = {
  readonly version: number;
  readonly profile: InstructorProfile;
  readonly consents: readonly HeldConsent[];
};

/** 資格と公開 as it is stored; blank with version 0 where nothing was entered yet. */
export async function readProfile(db: Db, id: string): Promise<StoredProfile> {
  const row = await db.selectFrom('instructor_profile').selectAll().where('instructor_id', '=', id).executeTakeFirst();
  const rows = await db
    .selectFrom('instructor_consent')
    .select(['item', 'consented_on as consentedOn', 'expires_on as expiresOn', 'withdrawn_on as withdrawnOn'])
    .select(['entered_by as enteredBy', 'on_behalf as onBehalf'])
    .where('instructor_id', '=', id)
    .execute();
  // The columns take only what the domain's unions have.
  const consents = rows as unknown as readonly HeldConsent[];
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
    adviceAreas: row?.advice_areas.length ? row.advice_areas : null,
    introduction: row?.introduction ?? null,
    ...Object.fromEntries(days),
  } as unknown as InstructorProfile;
  return { version: row?.version ?? 0, profile, consents };
}

type Writing = { readonly id: string; /** The version that the person saw. */ readonly version: number };

export async function writeProfile(
  tx: Tx,
  ctx: Context,
  { id, version, profile }: Writing & { readonly profile: InstructorProfile },
): Promise<void> {
  const row = {
    scheme: profile.scheme,
    scheme_name: profile.schemeName,
    grade: profile.grade,
    practice_from: profile.practiceFrom,
    contest: profile.contest,
    contest_place: profile.contestPlace,
    advice_areas: [...(profile.adviceAreas ?? [])],
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

/** Raises the version alone: whoever has the form open sees that the consents were changed. */
export async function touchProfile(tx: Tx, ctx: Context, { id, version }: Writing): Promise<void> {
  const row = { version: version + 1, updated_at: ctx.now() };
  await tx
    .insertInto('instructor_profile')
    .values({ corner_code: ctx.corner, instructor_id: id, ...row })
    .onConflict((conflict) => conflict.columns(['corner_code', 'instructor_id']).doUpdateSet(row))
    .execute();
}

export async function writeConsents(
  tx: Tx,
  ctx: Context,
  entered: { readonly id: string; readonly consents: readonly Consent[]; readonly onBehalf: boolean },
): Promise<void> {
  for (const { item, consentedOn, expiresOn, withdrawnOn } of entered.consents) {
    const row = {
      consented_on: consentedOn,
      expires_on: expiresOn,
      withdrawn_on: withdrawnOn,
      entered_by: ctx.actor.name,
      on_behalf: entered.onBehalf,
    };
    await tx
      .insertInto('instructor_consent')
      .values({ corner_code: ctx.corner, instructor_id: entered.id, item, ...row })
      .onConflict((conflict) => conflict.columns(['corner_code', 'instructor_id', 'item']).doUpdateSet(row))
      .execute();
  }
}
