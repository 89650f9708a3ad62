import { demonstrationAccounts, demonstrationPassword } from '#account/demonstration-accounts.ts';
import { loadDemonstration } from '#demonstration/load-demonstration.server.ts';
import { demonstrationRefusalText } from '#demonstration/text.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { openDesk } from '#server/open-desk.server.ts';
import { transferText } from '#transfer/text.ts';
import { Refused, requireCorner, WrongUsage, type Command } from './command.ts';

const DEFAULT_CORNER = '35';

export const demoCommand: Command = {
  usage: `使い方: takumi demo [--corner 35 | --national] [--json]

空のデータベースに、体験用の事務局（山口県・令和4年度と令和5年度）を読み込みます。人と団体はすべて架空です。
基準日は令和4年11月30日です。データがあるデータベースには読み込みません。

  --corner    都道府県コード。いまは 35 だけです
  --national  47都道府県の事務局を読み込みます（性能の測定用。数分かかります）
  --json      結果を JSON で標準出力に書きます`,
  options: { corner: { type: 'string' }, national: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: { min: 0, max: 0 },
  run: async (invocation) => {
    const { options, environment, terminal } = invocation;
    const national = options['national'] === true;
    if (national && options['corner'] !== undefined)
      throw new WrongUsage('--corner と --national は、どちらか一方を指定してください。');
    const corner = options['corner'] === undefined ? DEFAULT_CORNER : requireCorner(invocation);
    const desk = await openDesk(environment, { migrate: true, origin: 'http://127.0.0.1' });
    try {
      // why: the accounts look at their tables once they are made; a refusal would close the database before.
      await desk.accounts.$context;
      const onOffice = (code: string) => {
        if (national && terminal.interactive) terminal.warn(`${findPrefecture(code)?.name ?? code}…`);
      };
      const loaded = await loadDemonstration(desk.database, desk.accounts, { corner, national, onOffice });
      if (!loaded.ok) throw new Refused(demonstrationRefusalText(loaded.refusal));
      const { counts } = loaded.value;
      const accounts = demonstrationAccounts.map(({ email, name, role }) => ({ email, name, role }));
      if (options['json'] === true) {
        terminal.print(JSON.stringify({ ok: true, corner, counts, accounts, password: demonstrationPassword }));
        return 0;
      }
      const lines = Object.entries(counts).map(
        ([kind, count]) => `  ${transferText.kinds[kind as keyof typeof counts]} ${count}件`,
      );
      const people = accounts.map(({ email, name }) => `  ${email}（${name}）`);
      terminal.print(
        [
          national ? '47都道府県の体験用の事務局を読み込みました。' : '体験用の事務局を読み込みました。',
          ...lines,
          '利用者',
          ...people,
          `パスワード  ${demonstrationPassword}`,
        ].join('\n'),
      );
      return 0;
    } finally {
      await desk.database.close();
    }
  },
};
