import { parseFields } from '#record/domain/parse-fields.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { publicRequestFields, type PublicRequestContent } from './domain/public-request.ts';

/** The texts of a whole application, as a made-up firm types them. */
const anApplicationTexts = {
  kind: '中小企業',
  name: '株式会社架空精工',
  industryCode: 'E 製造業',
  capitalYen: '10,000,000',
  employees: '24',
  municipalityCode: '山口市',
  contactName: '架空 花子',
  contactPhone: '083-000-0101',
  contactEmail: 'soumu@example.co.jp',
  program: '実技指導',
  tradeCode: '機械加工',
  content: '普通旋盤の段取りと、技能検定2級の課題を指導してほしい。',
  purpose: '技能検定',
  level: '技能検定2級',
  wishedSessions: '4',
  sessionMinutes: '3',
  expectedTrainees: '5',
  candidateDates: '2023-01-16〜2023-03-10',
  youngestAge: '19',
  oldestAge: '31',
  equipment: 'ある',
  equipmentNote: '普通旋盤4台',
  materialsYen: '30000',
  otherSubsidy: '受けない',
  pastUse: 'はじめて',
  declaration: 'true',
} as const;

/** What such a firm sends to corner 35. */
export function anApplication(today: PlainDate, changes: Readonly<Record<string, string>> = {}): PublicRequestContent {
  const parsed = parseFields(publicRequestFields('35', today), { ...anApplicationTexts, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value as unknown as PublicRequestContent;
}
