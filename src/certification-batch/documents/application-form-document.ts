import { certificationFields } from '#certification/domain/certification-fields.ts';
import type { CertificationInput } from '#certification/domain/certification.ts';
import { formatEraDate, formatEraYear } from '#kernel/japanese-era.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { evidenceKinds, type EvidenceKind } from '#certification/domain/evidence-kind.ts';
import { evidenceText } from '#evidence/text.ts';
import { letterText, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { mailingAddress } from '#letter/mailing-address.ts';
import { textCell, type Block, type DocumentModel } from '#platform/document-rendering/document-model.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { readSectionHeadings, type CertificationFormWords } from '../domain/form-words.ts';
import { paperText as words } from '../paper-text.ts';
import { applicationPlaceholders } from '../placeholder-text.ts';
import { shippedHeadings } from '../words-text.ts';

/** What an application form is filled with. */
export type ApplicationPaper = {
  readonly input: CertificationInput;
  readonly receivedOn: PlainDate | null;
  readonly files: readonly { readonly kind: EvidenceKind }[];
};

/**
 * 認定申請書: the facts of the application under the headings and notes of the corner and 年度 (domain.md §5.8, DOC-20).
 * What is not known stays an empty box, to be filled in by hand.
 */
export function applicationForm(formWords: CertificationFormWords): LetterForm {
  return {
    kind: 'application-form',
    title: words.applicationTitle,
    numbered: false,
    bound: false,
    loops: [],
    placeholders: Object.values(applicationPlaceholders),
    build: (values) => buildApplicationForm(values, formWords),
  };
}

/** The facts of an application as the form's texts. */
export function describeApplication({ input, receivedOn, files }: ApplicationPaper): LetterValues {
  const texts = formatFields(certificationFields, input);
  const { birthYear } = input;
  const born = birthYear === null ? '' : `${birthYear}年（${formatEraYear(plainDate(`${birthYear}-12-31`))}）`;
  const facts: Readonly<Record<keyof typeof applicationPlaceholders, string | undefined>> = {
    appliedOn: dayText(input.appliedOn),
    number: input.number,
    receivedOn: dayText(receivedOn),
    nameKana: input.nameKana,
    name: input.name,
    birthYear: born,
    postalCode: texts.postalCode,
    address: mailingAddress({ municipalityCode: input.municipalityCode, address: input.address ?? '' }),
    phone: texts.phone,
    email: texts.email,
    employer: texts.employer,
    trades: texts.trades?.replaceAll(';', '、'),
    division: texts.division,
    basisCode: texts.basisCode,
    basisDetail: texts.basisDetail,
    basisOn: dayText(input.basisOn),
    practiceFrom: dayText(input.practiceFrom),
    instructionFrom: dayText(input.instructionFrom),
    instructionNote: texts.instructionNote,
    dxSkill: input.dxSkill ? texts.dxSkill : '',
    licence: texts.hasTeachingLicence,
    recommenderName: texts.recommenderName,
    recommenderKind: texts.recommenderKind,
    recommenderRelation: texts.recommenderRelation,
    recommenderKin: texts.recommenderKin,
    publishConsent: texts.publishConsent,
    attachments: listAttachments(files),
  };
  return Object.fromEntries(
    Object.entries(applicationPlaceholders).map(([key, { name }]) => [name, facts[key as keyof typeof facts] ?? '']),
  );
}

type Read = (key: keyof typeof applicationPlaceholders) => string;

function buildApplicationForm(values: LetterValues, formWords: CertificationFormWords): DocumentModel {
  const read: Read = (key) => letterText(values, applicationPlaceholders[key].name);
  return {
    title: formWords.applicationTitle,
    byline: [read('appliedOn') === '' ? words.undated : words.appliedOn(read('appliedOn'))],
    page: { orientation: 'portrait' },
    blocks: [
      { kind: 'paragraph', text: formWords.applicationAddressee },
      ...paragraphs(formWords.applicationPreface),
      ...listSections(read, formWords),
      box(words.attachments, [[words.attachments, read('attachments')]]),
      box(words.signature, [
        [words.signature, '\n'],
        [words.recommenderSignature, '\n'],
      ]),
      { kind: 'heading', level: 3, text: words.notes },
      ...formWords.applicationNotes.split('\n').map((text): Block => ({ kind: 'note', text })),
      { kind: 'heading', level: 3, text: words.officeUse },
      box(words.officeUse, [
        [words.number, read('number')],
        [words.receivedOn, read('receivedOn')],
        [words.centerUse, '\n'],
      ]),
    ],
  };
}

function listSections(read: Read, formWords: CertificationFormWords): readonly Block[] {
  const headings = readSectionHeadings(formWords.applicationSections, shippedHeadings);
  const { field } = words;
  const lines = (keys: readonly (keyof typeof field & keyof typeof applicationPlaceholders)[]) =>
    keys.map((key) => [field[key], read(key)] as const);
  const section = (heading: string, rows: readonly (readonly [string, string])[]): readonly Block[] => [
    { kind: 'heading', level: 3, text: heading },
    box(heading, rows),
  ];
  const postal = read('postalCode') === '' ? '' : `〒${read('postalCode')}　`;
  return [
    ...section(headings.applicant, [
      ...lines(['nameKana', 'name', 'birthYear']),
      [field.address, `${postal}${read('address')}`],
      ...lines(['phone', 'email', 'employer']),
    ]),
    ...section(headings.trade, lines(['trades', 'division'])),
    ...section(headings.basis, lines(['basisCode', 'basisDetail', 'basisOn'])),
    ...section(headings.practice, lines(['practiceFrom'])),
    ...section(headings.instruction, [
      ...lines(['instructionFrom', 'instructionNote']),
      ...(read('dxSkill') === '' ? [] : lines(['dxSkill'])),
      ...lines(['licence']),
    ]),
    ...section(
      headings.recommender,
      lines(['recommenderName', 'recommenderKind', 'recommenderRelation', 'recommenderKin']),
    ),
    ...section(headings.consent, lines(['publishConsent'])),
  ];
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
