import { papersOf, tell } from '#dispatch/application-letters.server.ts';
import { windowsText } from '#dispatch/text.ts';
import { mailingAddress } from '#letter/mailing-address.ts';
import { getApplication } from './application-queries.server.ts';
import { publicRequestFields } from './domain/public-request.ts';

/** 派遣依頼書 and 実技指導計画書 as the host sent them by the public form. */
export const sentPapers = papersOf(async (ctx, id) => {
  const { content, receiptNumber, receivedOn } = await getApplication(ctx, id);
  return {
    number: receiptNumber,
    receivedOn,
    texts: {
      ...tell(publicRequestFields(ctx.corner, receivedOn), content),
      candidateDates: windowsText(content.candidateDates),
      address: mailingAddress(content),
    },
    days: [],
    openDays: content.wishedSessions,
  };
}, 'public-request');
