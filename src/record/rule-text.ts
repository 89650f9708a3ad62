import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { RuleProblem } from './domain/rule-problem.ts';

const RECORDS: Record<Extract<RuleProblem, { kind: 'unknown-record' }>['record'], string> = {
  organization: '派遣先',
  instructor: 'マイスター等',
  request: '派遣要請',
  visit: '派遣',
  'scouting-lead': '見込み先',
};

/** Why a rule over the whole record stopped at this field, and what to do (FRM-32). */
export function ruleText(header: string, problem: RuleProblem): string {
  switch (problem.kind) {
    case 'unknown-record':
      return `${header}「${problem.value}」の${RECORDS[problem.record]}は登録されていません。番号を確かめるか、先に${RECORDS[problem.record]}を登録してください。`;
    case 'needed-when':
      return `${header}が入力されていません。${problem.other}が「${problem.otherValue}」のときは${header}を入力してください。`;
    case 'only-when':
      return `${header}は${problem.other}が「${problem.otherValue}」のときだけ入力できます。${header}を消すか、${problem.other}を「${problem.otherValue}」にしてください。`;
    case 'not-after':
      return `${header}（${problem.value}）は${problem.other}（${problem.otherValue}）より後にしてください。`;
    case 'not-yet':
      return `${header}を「${problem.value}」にできるのは今日（${formatSlashDate(problem.today)}）までの派遣です。${formatSlashDate(problem.day)}はまだ来ていません。日付か${header}を直してください。`;
    case 'in-the-future':
      return `${header}（${formatSlashDate(problem.day)}）はまだ来ていない日です。今日（${formatSlashDate(problem.today)}）以前の日を入力してください。`;
    case 'differs':
      return `${header}「${problem.value}」は、${problem.record}の${header}「${problem.expected}」と違います。どちらかを直してください。`;
    case 'unfit-host':
      return `${header}「${problem.value}」の派遣先の区分は「${problem.hostKind}」です。「${problem.event}」の派遣先は、${problem.hostKinds.join('・')}から選んでください。`;
    case 'already-requested':
      return `派遣要請「${problem.request}」がすでに登録されています。もとの画面からその要請を開いてください。`;
    case 'visit-cancelled':
      return `${header}「${problem.value}」の派遣は中止になっています。番号を確かめるか、派遣の状態を直してください。`;
    case 'visit-ahead':
      return `${header}「${problem.value}」の派遣（${formatSlashDate(problem.day)}）はまだ行われていません。番号を確かめるか、実施日を過ぎてから記録してください。`;
    case 'ticked':
      return `${header}（${problem.typed}人）は、受講者名簿で出席に印がある${problem.came}人と違います。${header}を${problem.came}人にするか、名簿の出席を直してください。`;
    case 'own-form':
      return problem.form === 'move'
        ? '予定の日時は、理由とともに記録するため、この画面では変更できません。日時を元に戻して保存し、派遣の画面の「日時を変更する」から変更してください。'
        : '中止は、区分と理由とともに記録するため、この画面ではできません。状態を「予定」に戻して保存し、派遣の画面の「中止にする」から記録してください。';
    case 'decided':
      return `${header}は、講習計画書が決裁されているため「${problem.value}」から変更できません。元に戻して保存するか、講習計画書を改めてから変更してください。`;
    case 'registration-ended':
      return `${header}「${problem.value}」の${problem.name}さんの登録は、${formatSlashDate(problem.endedOn)}に終わっています。別のマイスター等にしてください。`;
    case 'not-trained':
      return `${header}「${problem.value}」の${problem.name}さんは、${formatSlashDate(problem.day)}までに指導技法等講習を修了していません${problem.completedOn === null ? '' : `（修了は${formatSlashDate(problem.completedOn)}）`}。講習の修了か免除を登録してから派遣するか、別のマイスター等にしてください。`;
    case 'overlaps':
      return `${header}「${problem.value}」の${problem.name}さんは、${formatSlashDate(problem.day)}${problem.startsAt}〜${problem.endsAt}に派遣「${problem.visit}」（${problem.host}）があり、時間が重なります。日時を変えるか、別のマイスター等にしてください。`;
  }
}
