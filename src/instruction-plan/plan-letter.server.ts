import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import { formatYen } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/result.ts';
import type { LetterOrder } from '#letter/issue-letter.server.ts';
import type { RecordLetter } from '#letter/record-letter.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import type { Context } from '#platform/context.server.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { planLetter } from './documents/plan-letter.ts';
import { totalMaterialYen } from './domain/plan-session.ts';
import { getRequestPlan, type PlanVersion, type RequestPlan } from './plan-queries.server.ts';
import { listMeetings } from './record-meeting.server.ts';
import { planText as words } from './text.ts';

/** 講習計画書 to the host and to each instructor. The version in work may be looked at; only a decided one goes out. */
export const planToEverybody: RecordLetter = {
  form: planLetter,
  load: async (ctx, { id }) => {
    const plan = await getRequestPlan(ctx, id);
    const version = plan.open ?? plan.decided;
    if (!version) return refuse(words.noPlanForLetter);
    const shared = await describePlan(ctx, plan, version);
    return accept({
      label: `${plan.subject.number} ${words.revision(version.revision)}`,
      number: plan.subject.number,
      subject: `${plan.subject.number} ${words.plan} ${words.revision(version.revision)}`,
      entity: { kind: 'request', id },
      letters: addressees(plan, version).map(({ addressee, to, ...rest }) => ({
        addressee,
        ...rest,
        values: { ...shared, 宛先: to },
      })),
      ...(version.state === 'decided' ? {} : { notYet: words.notDecidedYet }),
    });
  },
};

type Addressee = Pick<LetterOrder, 'addressee' | 'recipientId'> & { readonly to: string };

/** The host, and everybody who instructs, once each. */
function addressees({ subject }: RequestPlan, { sessions }: PlanVersion): readonly Addressee[] {
  const people = [...new Set(sessions.flatMap(({ instructorName }) => instructorName ?? []))];
  return [
    { addressee: subject.hostName, to: `${subject.hostName}　御中` },
    ...people.map((name) => ({ addressee: name, to: `${name}　様` })),
  ];
}

async function describePlan(ctx: Context, { subject }: RequestPlan, { revision, goal, note, sessions }: PlanVersion) {
  const [meeting] = await listMeetings(ctx, subject.id);
  return {
    ...(await loadSenderValues(ctx.db, ctx.corner)),
    文書番号: '',
    日付: formatEraDate(ctx.today()),
    要請番号: subject.number,
    版: words.revision(revision),
    派遣先: subject.hostName,
    職種: findTrade(subject.tradeCode)?.name ?? subject.tradeCode,
    目標: goal ?? '',
    受講者数: words.people(subject.trainees),
    材料費の合計: formatYen(totalMaterialYen(sessions)),
    打合せの日: meeting ? formatEraDate(meeting.heldOn) : '',
    用意するもの: meeting?.hostPrepares ?? '',
    備考: note ?? '',
    各回: sessions.map((session, index) => ({
      回: String(index + 1),
      実施日時: [formatSlashDate(session.heldOn), [session.startsAt, session.endsAt].filter(Boolean).join('〜')]
        .filter(Boolean)
        .join('\n'),
      場所: session.place ?? '',
      内容: session.content ?? '',
      課題: session.task ?? '',
      材料: [session.material, session.materialYen === null ? '' : formatYen(session.materialYen)]
        .filter(Boolean)
        .join('　'),
      講師: session.instructorName ?? '',
    })),
  };
}
