import { spawn } from 'node:child_process';
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { request as openRequest, type IncomingMessage } from 'node:http';
import { test as base } from '@playwright/test';
import { newFolder, startDesk, stopDesk } from './fixtures.ts';
import { asOwner, hashOfToken } from './owned-database.ts';
import { faultsOf, type Answer } from './safe-answer.ts';

/** The people of the walk: the demonstration's own, and one of the prefecture next door. */
export const people = ['chief', 'officer', 'clerk', 'coordinator', 'auditor', 'center', 'neighbour'] as const;
export type Person = (typeof people)[number];

export const neighbourCorner = '34';

const demonstrationPassword = 'takumi-demo-2022';
const neighbourPassword = 'tonari-no-ken-de-hataraku-2022';

/** So much of a request is compared with an answer that shows it again. */
const LOOKED_AT = 100_000;

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

type Running = { readonly input?: string; readonly environment?: Readonly<Record<string, string>> };

/** Runs one command on a data folder, keeping apart what it answers and what it says beside. */
export async function runCommand(
  folder: string,
  words: readonly string[],
  { input = '', environment = {} }: Running = {},
): Promise<Ran> {
  const child = spawn(process.execPath, ['bin/takumi.js', ...words], {
    env: { ...process.env, TAKUMI_DATA: folder, DATABASE_URL: '', TAKUMI_LOG: 'error', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A command that refuses its words does not wait for its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

export type Sending = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of a form, posted as a browser without JavaScript does. A file makes it a multipart form. */
  readonly form?: Readonly<Record<string, string | File>> | readonly (readonly [string, string])[];
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly cookie?: string;
  readonly token?: string;
};

/** Sends one request; every answer is looked at for what no answer may lack or show. */
export type Send = (path: string, sending?: Sending) => Promise<Answer>;

function senderTo(address: string): Send {
  return async (path, { method, headers = {}, form, json, body, cookie, token } = {}) => {
    const made = new Response(form ? formBody(form) : json === undefined ? (body ?? null) : JSON.stringify(json));
    const bytes = Buffer.from(await made.arrayBuffer());
    const type = made.headers.get('content-type');
    const answer = await exchange(new URL(address), {
      // Blanks and letters beyond ASCII go over the wire encoded, as every browser sends them.
      path: path.replaceAll(/[^\x21-\x7E]/gu, encodeURIComponent),
      method: method ?? (made.body ? 'POST' : 'GET'),
      bytes,
      headers: {
        ...(form && type ? { 'content-type': type } : {}),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
    });
    const faults = faultsOf(answer, path + bytes.subarray(0, LOOKED_AT).toString('utf8'));
    if (faults.length > 0) throw new Error(`${method ?? ''} ${path.slice(0, 200)}: ${faults.join('; ')}`);
    return answer;
  };
}

type Exchange = {
  readonly path: string;
  readonly method: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
};

/** One request on a connection of its own: none is reused that the desk is about to close. */
export function exchange({ hostname, port }: URL, { bytes, headers, ...line }: Exchange): Promise<Answer> {
  const length = bytes.length > 0 ? { 'content-length': String(bytes.length) } : {};
  return new Promise((resolve, reject) => {
    const call = openRequest(
      { hostname, port, agent: false, ...line, headers: { ...headers, ...length } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve(toAnswer(response, text)));
        response.on('error', reject);
      },
    );
    call.on('error', reject);
    call.end(bytes);
  });
}

function toAnswer({ statusCode = 0, headersDistinct }: IncomingMessage, text: string): Answer {
  const pairs = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const headers = new Headers(pairs);
  return {
    status: statusCode,
    headers,
    text,
    location: headers.get('location') ?? '',
    cookies: headers.getSetCookie(),
  };
}

function formBody(form: NonNullable<Sending['form']>): BodyInit {
  const entries: (readonly [string, string | File])[] = Array.isArray(form) ? [...form] : Object.entries(form);
  if (!entries.some(([, value]) => value instanceof File))
    return new URLSearchParams(entries.map(([name, value]) => [name, value as string]));
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  return body;
}

export type HttpDesk = {
  readonly address: string;
  readonly send: Send;
  /** Signs in and answers the cookie. */
  readonly signIn: (person: Person) => Promise<string>;
  /** The cookie of one sign-in, kept for the whole worker. */
  readonly cookieOf: (person: Person) => Promise<string>;
  readonly tokens: Readonly<Record<Person | 'reader' | 'revoked' | 'disabled' | 'expired', string>>;
};

function emailOf(person: string): string {
  return `${person}@example.jp`;
}

type Token = keyof HttpDesk['tokens'];

const tokenNames: readonly Token[] = [...people, 'reader', 'revoked', 'expired', 'disabled'];

/** Tokens of the same shape as issued ones; `cli.spec.ts` holds that the command issues such. */
const tokens = Object.fromEntries(
  tokenNames.map((name) => [name, `takumi_${name.padEnd(43, '0')}`]),
) as HttpDesk['tokens'];

/** The demonstration office, a colleague next door, somebody who left, and everybody's tokens. */
async function furnish(folder: string): Promise<void> {
  await must(folder, ['demo']);
  const add = ['user', 'add', '--password-stdin', '--json'];
  const next = [
    '--role',
    'officer',
    '--corner',
    neighbourCorner,
    '--email',
    emailOf('neighbour'),
    '--name',
    '隣県 太郎',
  ];
  const gone = ['--role', 'clerk', '--corner', '35', '--email', emailOf('disabled'), '--name', '退職 花子'];
  await must(folder, [...add, ...next], { input: neighbourPassword });
  await must(folder, [...add, ...gone], { input: neighbourPassword });
  await asOwner(folder, [
    ...tokenNames.map((name) => ({
      sql: `insert into api_token (token_hash, user_id, name, access, expires_at)
            select $1, id, $2, $5, now() + $3::interval from "user" where email = $4`,
      values: [
        hashOfToken(tokens[name]),
        name,
        name === 'expired' ? '-1 second' : '1 day',
        emailOf(ownerOf(name)),
        name === 'reader' ? 'read' : 'write',
      ],
    })),
    { sql: 'update "user" set "disabledAt" = now() where email = $1', values: [emailOf('disabled')] },
  ]);
}

function ownerOf(name: Token): string {
  return name === 'reader' || name === 'revoked' || name === 'expired' ? 'officer' : name;
}

/** Furnished once a run: a worker that starts again after a failure takes a copy. Playwright empties the folder before a run. */
async function furnishedFolder(): Promise<string> {
  const kept = 'test-results/furnished-desk';
  const folder = newFolder();
  if (existsSync(kept)) {
    cpSync(kept, folder, { recursive: true });
    return folder;
  }
  await furnish(folder);
  const beside = `${kept}-${process.pid}`;
  cpSync(folder, beside, { recursive: true });
  try {
    renameSync(beside, kept);
  } catch {
    // Another worker was faster.
    rmSync(beside, { recursive: true });
  }
  return folder;
}

async function must(folder: string, words: readonly string[], running?: Running): Promise<Ran> {
  const ran = await runCommand(folder, words, running);
  if (ran.code !== 0) throw new Error(`${words.join(' ')}: ${ran.stderr}`);
  return ran;
}

/** A desk of the worker's own over HTTP alone: no browser is started. */
export const test = base.extend<object, { readonly desk: HttpDesk }>({
  desk: [
    // Playwright asks for the object pattern even where nothing is taken from it.
    async ({}, use) => {
      const folder = await furnishedFolder();
      const running = await startDesk(folder);
      const desk = openDesk(running.address);
      // Everybody signs in before a test spoils sign-ins on purpose.
      for (const person of people) await desk.cookieOf(person);
      const cookie = await desk.cookieOf('officer');
      await desk.send('/35/2022/settings/api-tokens', { cookie, form: { revoke: hashOfToken(tokens.revoked) } });
      await use(desk);
      await stopDesk(running);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

function openDesk(address: string): HttpDesk {
  const send = senderTo(address);
  const kept = new Map<Person, Promise<string>>();
  const signIn = async (person: Person) => {
    const password = person === 'neighbour' ? neighbourPassword : demonstrationPassword;
    const { status, cookies } = await send('/sign-in', { form: { email: emailOf(person), password } });
    if (status !== 302) throw new Error(`${person} was not signed in: ${status}`);
    return cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
  };
  const cookieOf = (person: Person) => {
    const cookie = kept.get(person) ?? signIn(person);
    kept.set(person, cookie);
    return cookie;
  };
  return { address, send, signIn, cookieOf, tokens };
}

export { expect } from '@playwright/test';
export type { Answer } from './safe-answer.ts';
