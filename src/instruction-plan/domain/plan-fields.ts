import type { AnyField } from '#record/domain/field.ts';
import { multiline, text } from '#record/domain/text-codecs.ts';

/** What a 講習計画書 says beside its sessions. */
export const planFields = [
  { key: 'goal', header: '目標', required: false, codec: text(), hint: '例：技能検定2級の課題を時間内に仕上げる' },
  { key: 'note', header: '備考', required: false, codec: multiline({ limit: 1000 }) },
] as const satisfies readonly AnyField[];
