import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { UpkeepCommand } from '#upkeep/domain/upkeep.ts';
import type { LinkKey } from '#upkeep/intent-link.server.ts';
import { moveRegistration } from '#upkeep/move-registration.server.ts';

type Step = { readonly command: UpkeepCommand; readonly on: PlainDate; readonly reason?: string };

const asked: Step = { command: 'ask-intent', on: plainDate('2022-11-14') };

/** People whose three years have passed, each at another point of the way (domain.md §4.2); the others still wait to be asked. */
const PEOPLE: Readonly<Record<string, readonly Step[]>> = {
  'M-012': [asked],
  'M-021': [
    asked,
    { command: 'answer-willing', on: plainDate('2022-11-18'), reason: '電話で聞いた。春から続けたいとのこと' },
    { command: 'send-material', on: plainDate('2022-11-21') },
  ],
  'M-045': [
    asked,
    { command: 'answer-unwilling', on: plainDate('2022-11-22'), reason: 'FAXで返事。体調のため続けられないとのこと' },
  ],
};

/** Takes the steps by their ordinary use case; who has been moved by an earlier loading is left where they are. */
export async function loadUpkeep(ctx: Context, key: LinkKey): Promise<void> {
  for (const [number, steps] of Object.entries(PEOPLE)) {
    const { id, known } = await ctx.db
      .selectFrom('instructor')
      .leftJoin('upkeep', 'upkeep.instructor_id', 'instructor.instructor_id')
      .select(['instructor.instructor_id as id', 'upkeep.state as known'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    if (known !== null) continue;
    for (const [version, { command, on: happenedOn, reason = '' }] of steps.entries()) {
      const moved = await moveRegistration(ctx, key, { instructorId: id, version, command, happenedOn, reason });
      if (!moved.ok) throw new Error(`${number}: ${JSON.stringify(moved.refusal)}`);
    }
  }
}
