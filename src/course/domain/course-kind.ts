/** 講習の種類 (domain.md §3; S1 3(4)). */
export const courseKinds = [
  { code: 'technique', label: '指導技法等講習' },
  { code: 'refresher', label: '再講習' },
  { code: 'instructor-training', label: '講師養成研修' },
  { code: 'case-sharing', label: '事例発表・意見交換会' },
] as const;

export type CourseKind = (typeof courseKinds)[number]['code'];

/** The kinds that the corner certifies by 修了証. */
export const certifiedKinds: readonly CourseKind[] = ['technique', 'refresher'];

/** 期. The usual two of a year (S1 3(4)ア). */
export const courseTerms = [
  { code: 'first', label: '前期' },
  { code: 'second', label: '後期' },
] as const;

/** 開催方法. */
export const courseModes = [
  { code: 'onsite', label: '対面' },
  { code: 'online', label: 'オンライン' },
  { code: 'hybrid', label: '対面とオンライン' },
] as const;

/** 内容. What a course speaks of, as the guideline lists it (S1 3(2), 3(4)). */
export const courseContents = [
  { code: 'technique', label: '指導技法' },
  { code: 'reporting', label: '報告書作成事務' },
  { code: 'privacy', label: '個人情報保護' },
  { code: 'harassment', label: 'ハラスメント防止' },
  { code: 'manners', label: '若年者・学生との接遇' },
  { code: 'conditions', label: '活動の条件' },
] as const;

export const courseStates = [
  { code: 'planned', label: '予定' },
  { code: 'held', label: '実施' },
  { code: 'cancelled', label: '中止' },
] as const;

export type CourseState = (typeof courseStates)[number]['code'];
