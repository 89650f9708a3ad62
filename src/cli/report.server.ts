import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatEraDate, parseJapaneseDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { exportStatusReport, reportFormats, type ReportFormat } from '#report/export-status-report.server.ts';
import { getStatusReport } from '#report/status-report.server.ts';
import { openDesk } from '#server/open-desk.server.ts';
import { requireCorner, requireOption, requireYear, WrongUsage, type Command, type Invocation } from './command.ts';
import { replaceFile } from './replace-file.server.ts';
import { createCommandContext } from './transfer-options.server.ts';

/** The kinds of contract.md §1 that later versions bring. */
const laterKinds = ['plan', 'result', 'measures', 'ledger', 'visits'];

export const reportCommand: Command = {
  usage: `使い方: takumi report status --corner CC --year YYYY [--as-of YYYY-MM-DD] --format docx|html|json|csv --out FILE [--json]

年度の実施状況を報告書にします。基準日までの実施と、その後の予定を数えます。

  --corner  都道府県コード 01〜47
  --year    年度の始まる西暦4桁
  --as-of   基準日。省くと今日
  --format  docx（Word）、html、json、csv
  --out     書き込むファイル。同じ名前のファイルは置き換えます
  --json    結果を JSON で標準出力に書きます。--out を省くと報告書そのものを書きます`,
  options: {
    corner: { type: 'string' },
    year: { type: 'string' },
    'as-of': { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: { min: 1, max: 1 },
  run: async (invocation) => {
    requireStatus(invocation);
    const corner = requireCorner(invocation);
    const fiscalYear = requireYear(invocation);
    const asOf = readAsOfOption(invocation);
    const toStandardOutput = invocation.options['json'] === true && invocation.options['out'] === undefined;
    const file = toStandardOutput
      ? undefined
      : { format: requireFormat(invocation), out: requireOption(invocation, 'out') };
    const desk = await openDesk(invocation.environment, { migrate: true, origin: 'http://127.0.0.1' });
    try {
      const ctx = createCommandContext(desk, corner);
      const on = { fiscalYear, asOf: asOf ?? ctx.today() };
      if (file) await writeReport(invocation, ctx, { ...on, ...file });
      else invocation.terminal.print(JSON.stringify(await getStatusReport(ctx, on)));
      return 0;
    } finally {
      await desk.database.close();
    }
  },
};

type Writing = {
  readonly fiscalYear: number;
  readonly asOf: PlainDate;
  readonly format: ReportFormat;
  readonly out: string;
};

async function writeReport(
  { options, terminal }: Invocation,
  ctx: Parameters<typeof exportStatusReport>[0],
  { fiscalYear, asOf, format, out }: Writing,
): Promise<void> {
  const { bytes } = await exportStatusReport(ctx, { fiscalYear, asOf, format });
  await replaceFile(out, bytes);
  const facts = { kind: 'status', corner: ctx.corner, fiscalYear, asOf, format, out, bytes: bytes.length };
  const sentence = `${fiscalYearLabel(fiscalYear)}の実施状況（${formatEraDate(asOf)}現在）を ${out} に書きました。`;
  terminal.print(options['json'] === true ? JSON.stringify(facts) : sentence);
}

function requireStatus({ positionals }: Invocation): void {
  const kind = positionals[0] ?? '';
  if (kind === 'status') return;
  if (laterKinds.includes(kind))
    throw new WrongUsage(`報告書「${kind}」はこの版にはありません。この版で作れるのは status です。`);
  throw new WrongUsage(`報告書「${kind}」はありません。status を指定してください。`);
}

function requireFormat(invocation: Invocation): ReportFormat {
  const typed = requireOption(invocation, 'format');
  const format = reportFormats.find((known) => known === typed);
  if (format) return format;
  const later =
    typed === 'pdf' ? 'pdf はこの版にはありません。docx か html で作り、印刷の画面で PDF にしてください。' : '';
  throw new WrongUsage(`${later}--format は ${reportFormats.join('、')} から選んでください（入力：${typed}）。`);
}

function readAsOfOption({ options }: Invocation): PlainDate | undefined {
  const typed = options['as-of'];
  if (typeof typed !== 'string') return undefined;
  const parsed = parseJapaneseDate(typed);
  if (parsed.ok) return parsed.value;
  throw new WrongUsage(`--as-of は 2022-11-30 のような年月日で指定してください（入力：${typed}）。`);
}
