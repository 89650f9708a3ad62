import { isIP } from 'node:net';
import { z } from 'zod';

const optionalText = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

const environmentSchema = z.object({
  DATABASE_URL: optionalText.refine((url) => url === undefined || /^postgres(ql)?:\/\//u.test(url), {
    message: 'DATABASE_URL は postgres:// で始まる接続先を指定してください。',
  }),
  DATABASE_MIGRATE_URL: optionalText,
  DATABASE_POOL: z
    .string()
    .default('10')
    .transform(Number)
    .refine((size) => Number.isInteger(size) && size >= 1 && size <= 200, {
      message: 'DATABASE_POOL は1から200までの整数で指定してください。',
    }),
  TAKUMI_DATA: z.string().trim().min(1).default('./data'),
  TAKUMI_SECRET: optionalText.refine((secret) => secret === undefined || secret.length >= 32, {
    message: 'TAKUMI_SECRET は32文字以上で指定してください。',
  }),
  TAKUMI_SECRET_BEFORE: optionalText.refine((secret) => secret === undefined || secret.length >= 32, {
    message: 'TAKUMI_SECRET_BEFORE は、前の TAKUMI_SECRET（32文字以上）を指定してください。',
  }),
  TAKUMI_ORIGIN: optionalText.refine((origin) => origin === undefined || URL.canParse(origin), {
    message: 'TAKUMI_ORIGIN は https://desk.example.jp のような公開アドレスを指定してください。',
  }),
  TAKUMI_PROXY: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((address) => address.trim() || []))
    .refine((addresses) => addresses.every((address) => isIP(address) > 0), {
      message:
        'TAKUMI_PROXY は 127.0.0.1,10.0.0.2 のように、前に置いたプロキシのIPアドレスをコンマで区切って指定してください。',
    }),
  TAKUMI_TODAY: optionalText.refine((day) => day === undefined || /^\d{4}-\d{2}-\d{2}$/u.test(day), {
    message: 'TAKUMI_TODAY は 2026-11-21 の形で指定してください。',
  }),
  TAKUMI_LOG: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], {
      message: 'TAKUMI_LOG は silent、error、warn、info、debug のどれかを指定してください。',
    })
    .default('info'),
});

/** What the operator configured. Names and defaults are listed in docs/operations.md; nothing else is read from the environment. */
export type Environment = {
  readonly databaseUrl: string | undefined;
  readonly migrateUrl: string | undefined;
  readonly poolSize: number;
  readonly dataFolder: string;
  readonly secret: string | undefined;
  /** The secret that was in its place before, while values that it sealed are still there. */
  readonly secretBefore: string | undefined;
  readonly origin: string | undefined;
  readonly proxies: readonly string[];
  readonly today: string | undefined;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
};

/** Reads the configuration once; a wrong value stops the program with a sentence that names the variable. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ message }) => message).join('\n'));
  }
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    migrateUrl: data.DATABASE_MIGRATE_URL ?? data.DATABASE_URL,
    poolSize: data.DATABASE_POOL,
    dataFolder: data.TAKUMI_DATA,
    secret: data.TAKUMI_SECRET,
    secretBefore: data.TAKUMI_SECRET_BEFORE,
    origin: data.TAKUMI_ORIGIN,
    proxies: data.TAKUMI_PROXY,
    today: data.TAKUMI_TODAY,
    logLevel: data.TAKUMI_LOG,
  };
}
