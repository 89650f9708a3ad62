import { certificationFields } from '#certification/domain/certification-fields.ts';
import { criteriaFields } from '#certification/domain/criteria-fields.ts';
import { commandNames, stateNames } from '#certification/text.ts';
import { consultationFields } from '#consultation/domain/consultation-fields.ts';
import { demandSurveyFields } from '#demand-survey/domain/survey-fields.ts';
import { requestCommandNames, stageNames } from '#dispatch/stage-text.ts';
import { batchText } from '#certification-batch/text.ts';
import { roleNames } from '#desk/text.ts';
import { requestFields } from '#dispatch/domain/request-fields.ts';
import { adviserRuleFields } from '#instructor/domain/adviser-rule.ts';
import { instructorFields } from '#instructor/domain/instructor-fields.ts';
import { noRequestFields } from '#outreach/domain/no-request.ts';
import { outreachFields } from '#outreach/domain/outreach-fields.ts';
import { organizationFields } from '#organization/domain/organization-fields.ts';
import { planItemFields } from '#plan/domain/plan-item-fields.ts';
import type { AnyField } from '#record/domain/field.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { travelRuleFields } from '#schedule/domain/travel-rule.ts';
import { visitFields } from '#schedule/domain/visit-fields.ts';
import { scoutingLeadFields } from '#scouting/domain/scouting-lead.ts';
import { scoutingVisitFields } from '#scouting/domain/scouting-visit-fields.ts';
import { territoryFields } from '#scouting/domain/territory.ts';
import { surveyFields } from '#survey/domain/survey.ts';
import { detailNames } from './detail-text.ts';
import { permissionNames } from './permission-text.ts';
import { auditText } from './text.ts';

export type EntryChange = { readonly label: string; readonly before: string; readonly after: string };

/** The fields of the records that the log holds whole. */
const recordFields: Readonly<Record<string, readonly AnyField[]>> = {
  organization: organizationFields,
  instructor: instructorFields,
  request: requestFields,
  visit: [...visitFields, ...outreachFields],
  'outreach-line': noRequestFields,
  'plan-item': planItemFields,
  certification: certificationFields,
  'certification-criteria': criteriaFields,
  'adviser-rule': adviserRuleFields,
  'travel-rule': travelRuleFields,
  'scouting-visit': scoutingVisitFields,
  'scouting-lead': scoutingLeadFields,
  'scouting-territory': territoryFields,
  survey: surveyFields,
  consultation: consultationFields,
  'demand-survey': demandSurveyFields,
};

type Entry = { readonly kind: string; readonly before: unknown; readonly after: unknown };

/** What an entry says in words: each value that is new, gone or different, before and after. */
export function entryChanges({ kind, before, after }: Entry): readonly EntryChange[] {
  const old = toTexts(kind, before);
  const now = toTexts(kind, after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((label) => ({ label, before: old.get(label) ?? '', after: now.get(label) ?? '' }))
    .filter((change) => change.before !== change.after);
}

function toTexts(kind: string, values: unknown): ReadonlyMap<string, string> {
  if (typeof values !== 'object' || values === null) return new Map();
  const entries = Object.entries(values);
  const fields = (recordFields[kind] ?? []).filter(({ key }) => key in values);
  const texts = formatKnown(fields, Object.fromEntries(entries));
  return new Map(
    entries.map(([key, value]) => {
      const field = fields.find((candidate) => candidate.key === key);
      return field ? [field.header, texts[key] ?? plainText(value)] : [detailNames[key] ?? key, detailText(key, value)];
    }),
  );
}

/** Entries of long ago may hold values that today's codecs no longer write: those are shown plainly. */
function formatKnown(
  fields: readonly AnyField[],
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  try {
    return formatFields(fields, values);
  } catch {
    return {};
  }
}

/** Details whose values are codes. */
const detailValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: roleNames,
  permission: permissionNames,
  state: stateNames,
  batchState: batchText.states,
  command: commandNames,
  stage: stageNames,
  requestCommand: requestCommandNames,
};

function detailText(key: string, value: unknown): string {
  const text = plainText(value);
  return detailValues[key]?.[text] ?? text;
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? auditText.yes : auditText.no;
  if (Array.isArray(value)) return value.map(plainText).join('、');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
