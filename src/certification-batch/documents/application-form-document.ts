import { certificationFields } from '#certification/domain/certification-fields.ts';
import type { CertificationInput } from '#certification/domain/certification.ts';
import { formatEraDate, formatEraYear } from '#kernel/japanese-era.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { evidenceKinds, type EvidenceKind } from '#certification/domain/evidence-kind.ts';
import { evidenceText } from '#evidence/text.ts';
import { textCell, type Block, type DocumentModel } from '#platform/document-rendering/document-model.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { readSectionHeadings, type CertificationFormWords } from '../domain/form-words.ts';
import { paperText as words, shippedHeadings } from '../text.ts';

/** What an application form is filled with. */
export type ApplicationPaper = {
  readonly input: CertificationInput;
  readonly receivedOn: PlainDate | null;
  readonly files: readonly { readonly kind: EvidenceKind }[];
  readonly words: CertificationFormWords;
};

/**
 * 認定申請書, filled: the facts of the application under the headings and notes of the corner and 年度 (domain.md §5.8,
 * DOC-20). What is not known stays an empty box, to be filled in by hand.
 */
export function buildApplicationForm(paper: ApplicationPaper): DocumentModel {
  const { input } = paper;
  return {
    title: paper.words.applicationTitle,
    byline: [input.appliedOn ? words.appliedOn(formatEraDate(input.appliedOn)) : words.undated],
    page: { orientation: 'portrait' },
    blocks: [
      { kind: 'paragraph', text: paper.words.applicationAddressee },
      ...paragraphs(paper.words.applicationPreface),
      ...listSections(paper),
      box(words.attachments, [[words.attachments, listAttachments(paper.files)]]),
      box(words.signature, [
        [words.signature, '\n'],
        [words.recommenderSignature, '\n'],
      ]),
      { kind: 'heading', level: 3, text: words.notes },
      ...paper.words.applicationNotes.split('\n').map((text): Block => ({ kind: 'note', text })),
      { kind: 'heading', level: 3, text: words.officeUse },
      box(words.officeUse, [
        [words.number, input.number],
        [words.receivedOn, dayText(paper.receivedOn)],
        [words.centerUse, '\n'],
      ]),
    ],
  };
}

function listSections({ input, words: formWords }: ApplicationPaper): readonly Block[] {
  const texts = formatFields(certificationFields, input);
  const headings = readSectionHeadings(formWords.applicationSections, shippedHeadings);
  const { field } = words;
  const born =
    input.birthYear === null ? '' : `${input.birthYear}年（${formatEraYear(plainDate(`${input.birthYear}-12-31`))}）`;
  const postal = texts.postalCode ? `〒${texts.postalCode}　` : '';
  const section = (heading: string, rows: readonly (readonly [string, string | undefined])[]): readonly Block[] => [
    { kind: 'heading', level: 3, text: heading },
    box(heading, rows),
  ];
  return [
    ...section(headings.applicant, [
      [field.nameKana, input.nameKana],
      [field.name, input.name],
      [field.birthYear, born],
      [field.address, `${postal}${placeOf(input.municipalityCode)}${input.address ?? ''}`],
      [field.phone, texts.phone],
      [field.email, texts.email],
      [field.employer, texts.employer],
    ]),
    ...section(headings.trade, [
      [field.trades, texts.trades?.replaceAll(';', '、')],
      [field.division, texts.division],
    ]),
    ...section(headings.basis, [
      [field.basisCode, texts.basisCode],
      [field.basisDetail, texts.basisDetail],
      [field.basisOn, dayText(input.basisOn)],
    ]),
    ...section(headings.practice, [[field.practiceFrom, dayText(input.practiceFrom)]]),
    ...section(headings.instruction, [
      [field.instructionFrom, dayText(input.instructionFrom)],
      [field.instructionNote, texts.instructionNote],
      ...(input.dxSkill ? ([[field.dxSkill, texts.dxSkill]] as const) : []),
      [field.licence, texts.hasTeachingLicence],
    ]),
    ...section(headings.recommender, [
      [field.recommenderName, texts.recommenderName],
      [field.recommenderKind, texts.recommenderKind],
      [field.recommenderRelation, texts.recommenderRelation],
      [field.recommenderKin, texts.recommenderKin],
    ]),
    ...section(headings.consent, [[field.publishConsent, texts.publishConsent]]),
  ];
}

/** 「山口県宇部市」: the place that the code names. */
function placeOf(code: string | null): string {
  const municipality = code === null ? undefined : findMunicipality(code);
  return municipality ? `${findPrefecture(municipality.code.slice(0, 2))?.name ?? ''}${municipality.name}` : '';
}

function listAttachments(files: ApplicationPaper['files']): string {
  const lines = evidenceKinds
    .map((kind) => ({ kind, count: files.filter((file) => file.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => words.attachmentCount(evidenceText.kinds[kind], count));
  return lines.length === 0 ? words.noAttachments : lines.join('\n');
}

function dayText(day: PlainDate | null): string {
  return day === null ? '' : formatEraDate(day);
}

/** Lines of a name and a value, as forms have them. */
function box(caption: string, rows: readonly (readonly [string, string | undefined])[]): Block {
  return {
    kind: 'table',
    caption,
    captionHidden: true,
    widths: [28, 72],
    header: [],
    rows: rows.map(([label, value]) => [textCell(label, { heads: true }), textCell(value ?? '')]),
  };
}

function paragraphs(text: string): readonly Block[] {
  return text.split('\n').map((line) => ({ kind: 'paragraph', text: line }));
}
