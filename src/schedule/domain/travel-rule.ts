import { date } from '#record/domain/date-codecs.ts';
import type { AnyField, InputOf } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';

/** What a chief enters of the time that travelling takes in a corner. Slower than a bicycle and faster than a motorway is a slip. */
export const travelRuleFields = [
  {
    key: 'validFrom',
    header: '始めの日',
    required: true,
    codec: date(),
    hint: 'この日からの派遣に使います。前の日までの派遣は、それまでの見積りのままです。同じ日の定めがあれば置き換えます',
  },
  {
    key: 'kilometresAnHour',
    header: '移動の速さ',
    required: true,
    codec: integer({ min: 10, max: 100 }),
    unit: 'km/時',
    hint: '市区町村の間の直線距離に対する速さ。10から100まで。道のりは直線より長いので、車の速さより小さくします',
  },
  {
    key: 'extraMinutes',
    header: '派遣の間の余裕',
    required: true,
    codec: integer({ min: 0, max: 180 }),
    unit: '分',
    hint: '片付け、昼食、次の派遣先での準備などの時間。0から180まで。同じ派遣先で続けるときにも要る時間です',
  },
  {
    key: 'basis',
    header: '根拠',
    required: true,
    codec: text({ limit: 100 }),
    hint: '例：令和4年6月の所内会議で決定',
  },
] as const satisfies readonly AnyField[];

/** 移動時間の定め. It holds until the day before the next one begins. */
export type TravelRule = InputOf<typeof travelRuleFields>;
