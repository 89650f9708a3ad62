import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { textCell, type Block, type DocumentModel } from '#platform/document-rendering/document-model.ts';
import type { UpkeepState } from '../domain/upkeep.ts';

/** The office as it signs a letter and is reached. */
export type Sender = {
  readonly association: string;
  readonly office: string;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly email: string | null;
};

type Addressee = { readonly name: string; readonly number: string };

type IntentLetter = {
  readonly to: Addressee;
  readonly from: Sender;
  readonly on: PlainDate;
  readonly lastActivityOn: PlainDate | null;
  readonly replyUrl: string;
  readonly expiresOn: PlainDate;
};

/** 意向確認の手紙: asks whether somebody goes on, to be answered by the link, on paper or by phone (domain.md §5.2). */
export function buildIntentLetter({ to, from, on, lastActivityOn, replyUrl, expiresOn }: IntentLetter): DocumentModel {
  const since =
    lastActivityOn === null
      ? 'ご登録の後、指導の記録がありません'
      : `${formatEraDate(lastActivityOn)}の後、指導の記録がありません`;
  return {
    opening: openingOf(to, from, on),
    title: '活動継続の意向の確認について（依頼）',
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      paragraph('日頃から、若年技能者人材育成支援等事業にご協力をいただき、厚くお礼申し上げます。'),
      paragraph(
        `${to.name}様（登録番号 ${to.number}）には、${since}。この事業では、3年間活動のない方に、これからも活動を続けるご意向を確認しています。`,
      ),
      paragraph(
        `お手数ですが、${formatEraDate(expiresOn)}までに、下のアドレスを開いて回答するか、この紙の欄に印を付けてFAXか郵便でお送りください。お電話でも承ります。`,
      ),
      paragraph('記', 'center'),
      paragraph(`1　回答のアドレス（1回だけ使えます）\n${replyUrl}`),
      {
        kind: 'table',
        caption: '2　紙での回答（どちらかに○を付けてください）',
        widths: [15, 85],
        header: [],
        rows: [
          [textCell(''), textCell('活動を続ける（再講習を受けていただくか、最新のテキスト・事例集をお送りします）')],
          [textCell(''), textCell('活動を続けない（登録を解除し、通知をお送りします）')],
        ],
      },
      paragraph('以上', 'end'),
      ...contactOf(from),
    ],
  };
}

const endings: Readonly<Partial<Record<UpkeepState, string>>> = {
  deregistered: '活動を続けないご意向を承り、',
  resigned: '退任のお申し出を承り、',
  revoked: '登録の取消しにより、',
};

type EndLetter = {
  readonly to: Addressee;
  readonly from: Sender;
  readonly on: PlainDate;
  readonly state: UpkeepState;
  readonly endedOn: PlainDate;
};

/** 登録解除の通知: from which day somebody is no longer registered, and why. */
export function buildEndLetter({ to, from, on, state, endedOn }: EndLetter): DocumentModel {
  return {
    opening: openingOf(to, from, on),
    title: '登録の解除について（通知）',
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      paragraph('日頃から、若年技能者人材育成支援等事業にご協力をいただき、厚くお礼申し上げます。'),
      paragraph(
        `${endings[state] ?? ''}${formatEraDate(endedOn)}をもって、${to.name}様（登録番号 ${to.number}）の登録を解除しましたので、お知らせします。`,
      ),
      paragraph('これまで若い技能者の育成にお力添えをいただき、心からお礼申し上げます。'),
      paragraph('以上', 'end'),
      ...contactOf(from),
    ],
  };
}

function openingOf({ name }: Addressee, { association, office }: Sender, on: PlainDate): readonly Block[] {
  return [
    paragraph(formatEraDate(on), 'end'),
    paragraph(`${name}　様`),
    paragraph([association, office].filter(Boolean).join('\n'), 'end'),
  ];
}

function contactOf({ office, phone, fax, email }: Sender): readonly Block[] {
  const lines = [
    `担当　${office}`,
    ...(phone === null ? [] : [`電話　${phone}`]),
    ...(fax === null ? [] : [`FAX　${fax}`]),
    ...(email === null ? [] : [`メール　${email}`]),
  ];
  return [{ kind: 'note', text: lines.join('\n') }];
}

function paragraph(text: string, align?: 'center' | 'end'): Block {
  return { kind: 'paragraph', text, ...(align && { align }) };
}
