import { addDays, plainDate } from '#kernel/plain-date.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { roleNames } from '#desk/text.ts';
import { findAccountByEmail, listEveryAccount } from '#account/account-queries.server.ts';
import { dayInJapan, issueApiToken } from '#account/api-tokens.server.ts';
import { createAccount, foldEmail } from '#account/create-account.server.ts';
import { changeAccount, changeCornerlessAccount } from '#account/manage-accounts.server.ts';
import type { AccountChange } from '#account/domain/account-change.ts';
import { LONGEST_TOKEN_DAYS } from '#account/domain/api-token-rule.ts';
import { checkNewPassword } from '#account/password-check.server.ts';
import { makeTemporaryPassword } from '#account/random-secret.server.ts';
import {
  accountText,
  additionRefusalText,
  apiTokenRefusalText,
  changeRefusalText,
  doneText,
  passwordRefusalText,
  tokenAccessNames,
} from '#account/text.ts';
import { createContext, type Context } from '#platform/context.server.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { email as emailCodec } from '#record/domain/contact-codecs.ts';
import type { Desk } from '#server/desk.server.ts';
import { openDesk } from '#server/open-desk.server.ts';
import { Refused, requireCorner, requireOption, WrongUsage, type Command, type Invocation } from './command.ts';

/** Roles that have pages to work with. */
const givenRoles = [
  'chief',
  'officer',
  'clerk',
  'coordinator',
  'auditor',
  'center',
  'system',
] as const satisfies readonly Role[];

export const userCommand: Command = {
  usage: `使い方: takumi user add --role R --email E --name N [--corner CC] [--password-stdin] [--json]
        takumi user disable|enable|reset-second-factor|reset-password --email E [--json]
        takumi user list [--corner CC] [--json]
        takumi user token --email E --name N [--days 365] [--read-only] [--json]

  add                  利用者を追加し、仮のパスワードを1回だけ表示します
  disable / enable     利用を停止します（すぐにサインアウトします）／再開します
  list                 利用者の一覧
  reset-second-factor  端末をなくした人の二要素認証を解除します
  reset-password       仮のパスワードを発行します
  token                その人の権限で使える API の合言葉を発行し、1回だけ表示します

  --role            ${givenRoles.map((role) => `${role}（${roleNames[role]}）`).join('、')}
  --corner          都道府県コード（center と system には付けません）
  --password-stdin  パスワードを標準入力から読みます（15文字以上）
  --days            合言葉の有効日数（1〜${LONGEST_TOKEN_DAYS}、初期値 ${LONGEST_TOKEN_DAYS}）
  --read-only       読み取りだけの合言葉にします（付けないと、その人の権限で読み書きできます）`,
  options: {
    corner: { type: 'string' },
    role: { type: 'string' },
    email: { type: 'string' },
    name: { type: 'string' },
    days: { type: 'string' },
    'password-stdin': { type: 'boolean' },
    'read-only': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: { min: 1, max: 1 },
  run: async (invocation) => {
    const act = acts.get(invocation.positionals[0] ?? '');
    if (!act) throw new WrongUsage(`「user ${invocation.positionals[0]}」はありません。`);
    const prepared = await act(invocation);
    const desk = await openDesk(invocation.environment, { migrate: true, origin: 'http://127.0.0.1' });
    try {
      const answer = await prepared(desk);
      invocation.terminal.print(invocation.options['json'] === true ? JSON.stringify(answer.json) : answer.text);
      return 0;
    } finally {
      await desk.database.close();
    }
  },
};

type Answer = { readonly json: unknown; readonly text: string };
/** Reads the words first, so that wrong usage is told before a database is opened. */
type Act = (invocation: Invocation) => Promise<(desk: Desk) => Promise<Answer>>;

const acts: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['add', add],
  ['list', list],
  ['token', token],
  ['disable', (invocation) => change(invocation, { kind: 'disable' })],
  ['enable', (invocation) => change(invocation, { kind: 'enable' })],
  ['reset-second-factor', (invocation) => change(invocation, { kind: 'reset-second-factor' })],
  ['reset-password', (invocation) => change(invocation, { kind: 'reset-password' })],
]);

async function add(invocation: Invocation) {
  const role = givenRoles.find((known) => known === requireOption(invocation, 'role'));
  if (!role) throw new WrongUsage(`--role は ${givenRoles.join('、')} から選んでください。`);
  const cornerless = role === 'center' || role === 'system';
  if (cornerless && invocation.options['corner'] !== undefined)
    throw new WrongUsage(`--role ${role} に --corner は付けません。`);
  const cornerCode = cornerless ? null : requireCorner(invocation);
  const name = requireOption(invocation, 'name').trim();
  const email = requireEmail(invocation);
  const given = invocation.options['password-stdin'] === true ? await readStandardInput() : undefined;
  if (given !== undefined) {
    const checked = checkNewPassword(given, { name, email, secondFactor: false });
    if (!checked.ok) throw new Refused(passwordRefusalText(checked.refusal));
  }
  const password = given ?? makeTemporaryPassword();
  return async (desk: Desk): Promise<Answer> => {
    const recordedIn = cornerCode === null ? {} : { recordedIn: cornerContext(desk, cornerCode) };
    const created = await createAccount(desk.database, desk.accounts, {
      email,
      name,
      role,
      cornerCode,
      password,
      hasTemporaryPassword: given === undefined,
      ...recordedIn,
    });
    if (!created.ok) throw new Refused(additionRefusalText(created.refusal));
    const shown = given === undefined ? { temporaryPassword: password } : {};
    const lines = [
      `利用者を追加しました：${name}（${email}、${roleNames[role]}）`,
      ...(given === undefined
        ? [`仮のパスワード：${password}`, 'この表示は1回だけです。最初のサインインで本人に変更を求めます。']
        : []),
    ];
    return { json: { id: created.value.id, email, name, role, corner: cornerCode, ...shown }, text: lines.join('\n') };
  };
}

async function change(invocation: Invocation, wanted: Exclude<AccountChange, { kind: 'role' }>) {
  const email = requireEmail(invocation);
  return async (desk: Desk): Promise<Answer> => {
    const { id, name, cornerCode } = await getByEmail(desk, email);
    const changed =
      cornerCode === null
        ? await changeCornerlessAccount(desk, { id, change: wanted })
        : await changeAccount(cornerContext(desk, cornerCode), desk.accounts, { id, change: wanted });
    if (!changed.ok) throw new Refused(`${name}（${email}）：${changeRefusalText(changed.refusal)}`);
    const { temporaryPassword } = changed.value;
    const text = `${name}（${email}）：${doneText[wanted.kind]}${temporaryPassword === undefined ? '' : `\n仮のパスワード：${temporaryPassword}`}`;
    return { json: { id, email, changed: wanted.kind, ...changed.value }, text };
  };
}

async function list(invocation: Invocation) {
  const corner = invocation.options['corner'] === undefined ? undefined : requireCorner(invocation);
  return async (desk: Desk): Promise<Answer> => {
    const accounts = await listEveryAccount(desk.database.unbound, corner);
    const json = accounts.map(({ id, email, name, role, cornerCode, disabledAt, twoFactorEnabled, lastLoginAt }) => ({
      id,
      email,
      name,
      role,
      corner: cornerCode,
      disabled: disabledAt !== null,
      secondFactor: twoFactorEnabled === true,
      lastLoginAt,
    }));
    const lines = json.map(({ email, name, role, corner: code, disabled, secondFactor }) =>
      [
        code ?? '--',
        email,
        name,
        roleNames[role as Role],
        secondFactor ? accountText.enrolled : accountText.notEnrolled,
        disabled ? '停止中' : '使用中',
      ].join('\t'),
    );
    return { json, text: lines.length === 0 ? '利用者はまだいません。' : lines.join('\n') };
  };
}

async function token(invocation: Invocation) {
  const email = requireEmail(invocation);
  const name = requireOption(invocation, 'name').trim();
  const days = parseDays(invocation.options['days']);
  const access = invocation.options['read-only'] === true ? 'read' : 'write';
  return async (desk: Desk): Promise<Answer> => {
    const account = await getByEmail(desk, email);
    if (account.cornerCode === null)
      throw new Refused('コーナーに属さない利用者の合言葉は発行できません。コーナーの利用者を指定してください。');
    const ctx = cornerContext(desk, account.cornerCode);
    const lastDay = addDays(dayInJapan(ctx.now()), days);
    const issued = await issueApiToken(ctx, { name, access, lastDay, owner: account });
    if (!issued.ok) throw new Refused(apiTokenRefusalText(issued.refusal, (day) => plainDate(day)));
    const text = `API の合言葉を発行しました（${account.name}、${tokenAccessNames[access]}、${lastDay}まで）。この表示は1回だけです。\n${issued.value.token}`;
    return { json: { token: issued.value.token, email, name, access, lastDay }, text };
  };
}

function requireEmail(invocation: Invocation): string {
  const typed = requireOption(invocation, 'email');
  if (!emailCodec().parse(typed).ok)
    throw new WrongUsage(`--email は「@」を含むアドレスで指定してください（入力：${typed}）。`);
  return foldEmail(typed);
}

function parseDays(text: string | boolean | undefined): number {
  if (text === undefined) return LONGEST_TOKEN_DAYS;
  const days = typeof text === 'string' && /^\d{1,3}$/u.test(foldNumeric(text)) ? Number(foldNumeric(text)) : 0;
  if (days < 1 || days > LONGEST_TOKEN_DAYS)
    throw new WrongUsage(`--days は1〜${LONGEST_TOKEN_DAYS}の数で指定してください（入力：${text}）。`);
  return days;
}

async function getByEmail(desk: Desk, email: string) {
  const account = await findAccountByEmail(desk.database.unbound, email);
  if (!account)
    throw new Refused(`メールアドレス「${email}」の利用者はいません。takumi user list で確かめてください。`);
  return account;
}

/** Whoever can run commands on the machine is its operator. */
function cornerContext({ database, clock, log }: Desk, corner: string): Context {
  const actor = { id: 'cli', name: 'コマンド', role: 'system', cornerCode: null, source: 'cli' } as const;
  return createContext({ database, corner, actor, clock, log });
}

async function readStandardInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
  return text.replace(/\r?\n$/u, '');
}
