import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';
import { courseContents, type CourseKind } from '../domain/course-kind.ts';
import { courseKindLabel, courseText as words } from '../text.ts';

type Certificate = {
  readonly kind: CourseKind;
  readonly contents: readonly string[];
  readonly lastDay: PlainDate;
  readonly name: string;
  readonly number: string;
  /** The corner, as it signs. */
  readonly office: string;
};

/** 修了証 of one person: who completed what on which day, signed by the corner (DOC-05, DOC-06). */
export function buildCourseCertificate({ kind, contents, lastDay, name, number, office }: Certificate): DocumentModel {
  const taught = contents.map((code) => courseContents.find((content) => content.code === code)?.label ?? code);
  return {
    opening: [{ kind: 'paragraph', text: `登録番号 ${number}`, align: 'end' }],
    title: words.certificateTitle,
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      { kind: 'paragraph', text: `${name}　様`, strong: true, align: 'center' },
      {
        kind: 'paragraph',
        text: `あなたは、若年技能者人材育成支援等事業の${courseKindLabel(kind)}を修了しました。ここに、これを証します。`,
      },
      { kind: 'paragraph', text: `修了年月日　${formatEraDate(lastDay)}` },
      { kind: 'paragraph', text: `講習の内容　${taught.join('、')}` },
      { kind: 'paragraph', text: `${formatEraDate(lastDay)}\n${office}`, align: 'end' },
    ],
  };
}
