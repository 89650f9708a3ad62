import { programLabel } from '#dispatch/domain/program.ts';
import { getRequestPlan } from '#instruction-plan/plan-queries.server.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { accept, refuse } from '#kernel/result.ts';
import { mailingAddress } from '#letter/mailing-address.ts';
import type { RecordLetter } from '#letter/record-letter.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { listDecisions } from './decision-queries.server.ts';
import { dispatchNotice } from './documents/notice-letter.ts';
import { decisionText as words } from './text.ts';

/** 派遣決定の通知 to the host, once the plan was decided. */
export const noticeToHost: RecordLetter = {
  form: dispatchNotice,
  load: async (ctx, { id }) => {
    const { subject, decided } = await getRequestPlan(ctx, id);
    const decision = (await listDecisions(ctx, id)).find(
      ({ planId, state }) => planId === decided?.id && state === 'decided',
    );
    if (!decided || !decision?.decidedOn) return refuse(words.notDecidedForNotice);
    const { sessions } = decided;
    const days = [...new Set(sessions.map(({ heldOn }) => heldOn))].toSorted();
    const names = [...new Set(sessions.flatMap(({ instructorName }) => instructorName ?? []))];
    const { hostName, contactName, hostMunicipality, hostAddress } = subject;
    return accept({
      label: subject.number,
      number: subject.number,
      subject: decision.subject,
      entity: { kind: 'request', id },
      letters: [
        {
          addressee: hostName,
          values: {
            ...(await loadSenderValues(ctx.db, ctx.corner)),
            文書番号: '',
            日付: formatEraDate(ctx.today()),
            宛先: contactName === null ? `${hostName}　御中` : `${hostName}\n${contactName}　様`,
            郵便番号: subject.hostPostalCode ?? '',
            住所: mailingAddress({ municipalityCode: hostMunicipality, address: hostAddress }),
            要請番号: subject.number,
            事業区分: programLabel(subject.program),
            職種: findTrade(subject.tradeCode)?.name ?? subject.tradeCode,
            回数: words.times(sessions.length),
            日: days.map((day) => formatEraDate(day, 'weekday')).join('、'),
            講師: names.join('、'),
            受講者数: words.people(subject.trainees),
            決裁の日: formatEraDate(decision.decidedOn),
          },
        },
      ],
    });
  },
};
