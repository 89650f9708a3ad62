import { businessNumber } from '#record/domain/code-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { multiline, name, text } from '#record/domain/text-codecs.ts';
import { targets } from './target.ts';

const longText = () => multiline({ limit: 5000 });

/** The columns of a 計画項目 in files, forms and API (contract.md §3); 実施状況 is our own, optional one. */
export const planItemFields = [
  {
    key: 'number',
    header: '番号',
    required: true,
    codec: businessNumber(),
    hint: '例：4(2)ア①。この番号の順に並びます',
  },
  { key: 'heading', header: '見出し', required: true, codec: name() },
  { key: 'guideline', header: '実施要領', required: false, codec: longText() },
  { key: 'plan', header: '実施計画の内容', required: false, codec: longText() },
  {
    key: 'targets',
    header: '指標',
    required: false,
    codec: targets(),
    hint: '名称=目標値単位を「;」で区切ります。例：派遣回数=170回;受講者数=1200人日;満足度=90%以上',
  },
  { key: 'owner', header: '担当', required: false, codec: text({ limit: 100 }) },
  {
    key: 'status',
    header: '実施状況',
    required: false,
    codec: longText(),
    hint: '回数と人数は派遣の記録から自動で数えます。ここには文章だけを書きます',
  },
] as const satisfies readonly AnyField[];
