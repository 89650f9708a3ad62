import { openDesk } from '#server/open-desk.server.ts';
import { unmappableText } from '#platform/tabular/text.ts';
import { exportFile, type FileForm } from '#transfer/export-file.server.ts';
import { grouped, transferText } from '#transfer/text.ts';
import { Refused, requireCorner, requireOption, WrongUsage, type Command, type Invocation } from './command.ts';
import { replaceFile } from './replace-file.server.ts';
import { createCommandContext, optionalYear, requireKind } from './transfer-options.server.ts';

export const exportCommand: Command = {
  usage: `使い方: takumi export KIND --corner CC [--year YYYY] --format csv|xlsx|json --out FILE [--encoding utf8|cp932] [--json]

取込と同じ列で書き出します。書き出したファイルはそのまま取り込めます（json を除く）。

  KIND        organizations instructors requests visits plan-items scouting-leads
              scouting-visits scouting-territories certifications surveys
  --corner    都道府県コード 01〜47
  --year      年度の始まる西暦。requests と visits はその年度だけになり、plan-items では必須です
  --format    csv xlsx json
  --out       書き出すファイル。あるときは置き換えます
  --encoding  csv の文字コード。utf8（BOM付き、既定）か cp932
  --json      結果を JSON で標準出力に書きます`,
  options: {
    corner: { type: 'string' },
    year: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    encoding: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: { min: 1, max: 1 },
  run: async (invocation) => {
    const kind = requireKind(invocation);
    const corner = requireCorner(invocation);
    const fiscalYear = optionalYear(invocation, kind);
    const form = requireForm(invocation);
    const out = requireOption(invocation, 'out');
    const desk = await openDesk(invocation.environment, { migrate: true, origin: 'http://127.0.0.1' });
    try {
      const ctx = createCommandContext(desk, corner);
      const exported = await exportFile(ctx, { ...form, kind: kind.name, fiscalYear });
      if (!exported.ok) throw new Refused(unmappableText(exported.refusal));
      const { bytes, count } = exported.value;
      await replaceFile(out, bytes);
      const facts = {
        kind: kind.name,
        corner,
        fiscalYear: fiscalYear ?? null,
        ...form,
        out,
        rows: count,
        bytes: bytes.length,
      };
      const asJson = invocation.options['json'] === true;
      const sentence = `${transferText.kinds[kind.name]}${grouped(count)}件を ${out} に書き出しました。`;
      invocation.terminal.print(asJson ? JSON.stringify(facts) : sentence);
      return 0;
    } finally {
      await desk.database.close();
    }
  },
};

function requireForm(invocation: Invocation): FileForm {
  const format = requireOption(invocation, 'format');
  const encoding = invocation.options['encoding'] ?? 'utf8';
  if (format !== 'csv' && format !== 'xlsx' && format !== 'json') {
    throw new WrongUsage(`--format は csv、xlsx、json から選んでください（入力：${format}）。`);
  }
  if (encoding !== 'utf8' && encoding !== 'cp932') {
    throw new WrongUsage(`--encoding は utf8 か cp932 から選んでください（入力：${encoding}）。`);
  }
  if (encoding === 'cp932' && format !== 'csv')
    throw new WrongUsage('--encoding cp932 は --format csv のときだけ使えます。');
  return { format, encoding };
}
