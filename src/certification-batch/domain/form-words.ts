/** 文面. What the papers of a certification say apart from the facts, by corner and 年度 (DOC-20). */
export type CertificationFormWords = Readonly<Record<FormWordKey, string>>;

type FormWordKey =
  | 'applicationTitle'
  | 'applicationAddressee'
  | 'applicationPreface'
  | 'applicationSections'
  | 'applicationNotes'
  | 'letterAddressee'
  | 'letterSender'
  | 'letterSubject'
  | 'letterBody'
  | 'letterContact';

/** 文面の項目. One text of the papers: how long it may be, and whether it has several lines. */
export type FormWordField = { readonly key: FormWordKey; readonly limit: number; readonly lines: number };

export const formWordFields: readonly FormWordField[] = [
  { key: 'applicationTitle', limit: 60, lines: 1 },
  { key: 'applicationAddressee', limit: 100, lines: 1 },
  { key: 'applicationPreface', limit: 600, lines: 3 },
  { key: 'applicationSections', limit: 400, lines: 7 },
  { key: 'applicationNotes', limit: 1000, lines: 4 },
  { key: 'letterAddressee', limit: 200, lines: 2 },
  { key: 'letterSender', limit: 200, lines: 2 },
  { key: 'letterSubject', limit: 100, lines: 1 },
  { key: 'letterBody', limit: 1000, lines: 4 },
  { key: 'letterContact', limit: 300, lines: 3 },
];

/** The parts of the application form, each under its own heading. */
export const applicationSections = [
  'applicant',
  'trade',
  'basis',
  'practice',
  'instruction',
  'recommender',
  'consent',
] as const;
export type ApplicationSection = (typeof applicationSections)[number];

/** The headings that a corner wrote, one a line in the order of the parts; an empty or missing line keeps its own. */
export function readSectionHeadings(
  text: string,
  shipped: Readonly<Record<ApplicationSection, string>>,
): Readonly<Record<ApplicationSection, string>> {
  const lines = text.split('\n').map((line) => line.trim());
  const headings = applicationSections.map((section, index) => [section, lines[index] || shipped[section]] as const);
  return Object.fromEntries(headings) as Record<ApplicationSection, string>;
}
