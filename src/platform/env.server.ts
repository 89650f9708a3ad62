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
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  TAKUMI_DATA: z.string().trim().min(1).default('./data'),
  TAKUMI_SECRET: optionalText.refine((secret) => secret === undefined || secret.length >= 32, {
    message: 'TAKUMI_SECRET は32文字以上で指定してください。',
  }),
  TAKUMI_ORIGIN: optionalText.refine((origin) => origin === undefined || URL.canParse(origin), {
    message: 'TAKUMI_ORIGIN は https://desk.example.jp のような公開アドレスを指定してください。',
  }),
  TAKUMI_TODAY: optionalText.refine((day) => day === undefined || /^\d{4}-\d{2}-\d{2}$/u.test(day), {
    message: 'TAKUMI_TODAY は 2026-11-21 の形で指定してください。',
  }),
  TAKUMI_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** What the operator configured. Names and defaults are listed in docs/operations.md; nothing else is read from the environment. */
export type Environment = {
  readonly databaseUrl: string | undefined;
  readonly migrateUrl: string | undefined;
  readonly poolSize: number;
  readonly dataFolder: string;
  readonly secret: string | undefined;
  readonly origin: string | undefined;
  readonly today: string | undefined;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
};

/** Reads the configuration once; a wrong value stops the program with a sentence that names the variable. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    migrateUrl: data.DATABASE_MIGRATE_URL ?? data.DATABASE_URL,
    poolSize: data.DATABASE_POOL,
    dataFolder: data.TAKUMI_DATA,
    secret: data.TAKUMI_SECRET,
    origin: data.TAKUMI_ORIGIN,
    today: data.TAKUMI_TODAY,
    logLevel: data.TAKUMI_LOG,
  };
}
