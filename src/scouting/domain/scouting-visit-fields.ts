import { recordNumber } from '#dispatch/domain/reference-codecs.ts';
import { tradeCodes } from '#instructor/domain/instructor-codecs.ts';
import { choice } from '#record/domain/choice-codecs.ts';
import { businessNumber } from '#record/domain/code-codecs.ts';
import { date, time } from '#record/domain/date-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { listOf } from '#record/domain/list-codecs.ts';
import { multiline, name, text } from '#record/domain/text-codecs.ts';
import { municipality } from './municipality-codec.ts';
import { scoutingPurposes, scoutingVisitStatuses } from './scouting-visit-status.ts';

const MOST_CANDIDATES = 10;
const LONGEST_CANDIDATE = 40;

const hints = {
  host: '名簿にある派遣先は、番号か名称で選べます。ないときは名称をそのまま入力します',
  municipality: '例：周南市。6桁のコードでも入力できます',
  needs: '複数は「;」で区切ります。例：機械加工;電気溶接',
  candidates: '氏名と職種を短く。複数は「;」で区切ります。例：架空 三郎（旋盤1級）',
  said: '困りごと、指導の希望、反応。中止のときは理由',
  nextStep: '例：認定申請の説明に行く',
} as const;

/** What a coordinator notes of a visit to a firm or trade body, the quickly entered first (domain.md §3). */
export const scoutingVisitFields = [
  { key: 'number', header: '訪問番号', required: true, codec: businessNumber() },
  { key: 'host', header: '訪問先', required: true, codec: name({ limit: 100 }), hint: hints.host },
  {
    key: 'municipalityCode',
    header: '市区町村',
    required: true,
    codec: municipality(),
    hint: hints.municipality,
  },
  { key: 'visitOn', header: '訪問日', required: true, codec: date() },
  { key: 'status', header: '状態', required: true, codec: choice(scoutingVisitStatuses) },
  { key: 'needs', header: '必要な職種', required: false, codec: tradeCodes(), hint: hints.needs },
  { key: 'said', header: '聞いたこと', required: false, codec: multiline({ limit: 1000 }), hint: hints.said },
  {
    key: 'candidates',
    header: '候補者',
    required: false,
    codec: listOf(text({ limit: LONGEST_CANDIDATE }), { limit: MOST_CANDIDATES }),
    hint: hints.candidates,
    personal: true,
  },
  { key: 'nextStep', header: '次にすること', required: false, codec: text({ limit: 100 }), hint: hints.nextStep },
  { key: 'nextOn', header: '次にする日', required: false, codec: date() },
  { key: 'coordinator', header: 'コーディネーター', required: true, codec: name({ limit: 60 }) },
  { key: 'startsAt', header: '開始', required: false, codec: time(), hint: '例：13:30' },
  { key: 'purpose', header: '目的', required: true, codec: choice(scoutingPurposes) },
  { key: 'leadNumber', header: '見込み先番号', required: false, codec: recordNumber(), hint: '見込み先への訪問のとき' },
] as const satisfies readonly AnyField[];
