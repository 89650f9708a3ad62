import type { PlainDate } from '#kernel/plain-date.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { countedRule } from '../domain/adviser-rule.ts';
import type { InstructorKind } from '../domain/instructor-kind.ts';
import { profileFields } from '../domain/profile-fields.ts';
import { consentState, publicItems, publicProfile } from '../domain/public-profile.ts';
import { judgeQualification, qualificationRules } from '../domain/qualification.ts';
import type { ProfileDetail } from '../instructor-profile.server.ts';
import { adviserRuleText } from '../adviser-text.ts';
import { consentText, enteredText, findingText, profileText as words, publicItemNames } from '../profile-text.ts';
import { publicValues } from '../public-values.ts';

type Texts = Readonly<Record<string, string>>;

/** What the page says of qualifications and of what is public. */
export function showProfile(detail: ProfileDetail, today: PlainDate) {
  const { person: input, profile, consents, tradesWithMeister, adviserRule } = detail;
  const findings = judgeQualification(
    {
      kind: input.kind as InstructorKind,
      trades: input.trades.map((code) => ({
        code,
        isMeisterTrade: findTrade(code)?.meisterTrade ?? false,
        hasMeister: tradesWithMeister.includes(code),
      })),
      grade: profile.grade,
      practiceFrom: profile.practiceFrom,
      contestPlace: profile.contestPlace,
    },
    today,
    [...qualificationRules, ...(adviserRule ? countedRule(adviserRule) : [])],
  );
  const items = publicValues(input, profile.introduction);
  const shown = publicProfile({ isPublic: input.isPublic, items }, consents, today);
  const profileTexts: Texts = formatFields(profileFields, profile);
  return {
    scheme: profile.schemeName ?? (profileTexts['scheme'] || words.noScheme),
    advice: profileTexts['adviceAreas']?.replaceAll(';', '、') || words.noAdvice,
    noRule: input.kind === 'senior-advisor' ? undefined : words.noRule,
    adviser: input.kind === 'senior-advisor' ? adviserRuleText(adviserRule) : undefined,
    findings: findings.map(findingText),
    needsLook: findings.some(({ verdict }) => verdict !== 'met'),
    ledgerHides: input.isPublic === false,
    items: publicItems.map((item) => {
      const consent = consents.find((each) => each.item === item);
      return {
        item: publicItemNames[item],
        shown: shown[item] ?? words.hidden,
        consent: `${consentText(consentState(consent, today), consent)}${consent ? enteredText(consent) : ''}`,
      };
    }),
  };
}
