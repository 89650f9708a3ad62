import { evidenceKindNames } from '#certification/text.ts';
import { clipGraphemes } from '#kernel/japanese-text.ts';
import type { EvidenceFormat } from './domain/evidence-file.ts';
import type { EvidenceUploadRefusal } from './domain/evidence-change.ts';

const formatNames: Readonly<Record<EvidenceFormat, string>> = { pdf: 'PDF', jpeg: 'JPEG', png: 'PNG' };

/** Words of the files that prove an application. */
export const evidenceText = {
  title: '証拠書類',
  applications: '認定申請',
  lead: (number: string, name: string) =>
    `${number}　${name}さんの申請に付ける、技能検定の合格証書や推薦書などの写しです。申請を扱うコーナーの職員と、送付した後の中央技能振興センターだけが開けます。`,
  closed: '書類は変更できません',
  closedLead:
    '申請を取りまとめに入れた後や、センターに送った後は、送ったものと同じ書類を残すため変更できません。直すときは、取りまとめから外すか、センターから返された後に行ってください。',
  kinds: evidenceKindNames,
  kind: '書類の種類',
  file: 'ファイル',
  files: '登録済みの書類',
  fileHint:
    'PDF・JPEG・PNG。1ファイル10MBまで、1件の申請に30ファイルまで。同じ種類の書類は一度に選べます。JPEG・PNGの写真に入っている撮影の場所・日時・機器の情報は、保存するときに取り除きます。PDFの中の写真の情報は残ります。',
  size: '大きさ',
  added: '追加した日時',
  who: '追加した人',
  act: '操作',
  formatNames,
  add: '書類を追加する',
  addHeading: '書類の追加',
  noFile: 'ファイルが選ばれていません。追加するファイルを選んでください。',
  noKind: '書類の種類が選ばれていません。一覧から選んでください。',
  none: '書類はまだありません',
  missing: 'まだ必要な書類',
  missingLead: '次の書類がそろうまで、申請の受付や取りまとめはできません。',
  noneLead: '下の「書類の追加」から、合格証書などの写しを追加してください。',
  noneReadOnly: 'コーナーの担当者が追加すると、ここに並びます。',
  remove: '外す',
  removeOf: (fileName: string) => `${fileName}を外す`,
  removeTitle: 'この書類を外しますか',
  removeWarning: 'ファイルは消え、元に戻せません。外したことは操作記録に残ります。',
  removeConfirm: '書類を外す',
  back: '申請に戻る',
  sentBefore: 'この画面の内容は前に送信しています。一覧を確かめてから、もう一度選んでください。',
  downloadOf: (fileName: string) => `${fileName}をダウンロード`,
} as const;

/** 「1.2MB」「340KB」: a size as staff compare it with the limit. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes}B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${Math.ceil(kilobytes)}KB` : `${(kilobytes / 1024).toFixed(1)}MB`;
}

/** Why files were not added: what happened, why, and what to do (FRM-32). */
export function evidenceRefusalText(refusal: EvidenceUploadRefusal): string {
  switch (refusal.kind) {
    case 'closed':
      return `${evidenceText.closed}。${evidenceText.closedLead}`;
    case 'too-many':
      return `書類は1件の申請に${refusal.limit}ファイルまでです。追加すると${refusal.files}ファイルになります。まとめて1つのPDFにするか、不要な書類を外してください。`;
    case 'added-before':
      return `${quoted(refusal.fileName)}と同じ内容のファイルがすでにあります。選んだファイルを確認してください。`;
    case 'file':
      return `${quoted(refusal.fileName)}は追加できません。${fileRefusalText(refusal.refusal)}`;
  }
}

function fileRefusalText(refusal: Extract<EvidenceUploadRefusal, { kind: 'file' }>['refusal']): string {
  switch (refusal.kind) {
    case 'empty':
      return '中身が空です。元のファイルを開けるか確認して、選び直してください。';
    case 'too-large':
      return `${sizeText(refusal.bytes)}あり、上限の10MBを超えています。解像度を下げて読み取り直すか、分けて追加してください。`;
    case 'not-allowed':
      return 'PDF・JPEG・PNGのどれでもありません（名前ではなく中身で判定しています）。WordやExcelはPDFに書き出してから追加してください。';
    case 'damaged':
      return `${formatNames[refusal.format]}の途中で終わっているか、壊れているか、大きすぎます。元のファイルを開いて保存し直すか、読み取り直してください。`;
    case 'active-content':
      return 'プログラムや別のファイルを含むPDFは受け付けません。印刷の画面から「PDFに保存」して、できたファイルを追加してください。';
  }
}

const SHOWN_CHARACTERS = 60;

/** A name that somebody chose, as it can stand in a sentence. */
function quoted(name: string): string {
  const shown = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return `「${clipGraphemes(shown, SHOWN_CHARACTERS)}」`;
}
