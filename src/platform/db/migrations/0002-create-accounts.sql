-- Tables and column names of better-auth 1.7; the application adds what a desk needs to "user".
create table "user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean,
  "role" text not null constraint user_role check ("role" in
    ('system', 'center', 'chief', 'officer', 'clerk', 'coordinator', 'auditor', 'measureOwner', 'instructor')),
  "cornerCode" text constraint user_corner check ("cornerCode" ~ '^(0[1-9]|[1-3][0-9]|4[0-7])$'),
  "disabledAt" timestamptz,
  "lastLoginAt" timestamptz,
  "previousLoginAt" timestamptz,
  "hasTemporaryPassword" boolean not null default false,
  constraint user_corner_of_role check (("role" in ('system', 'center')) = ("cornerCode" is null))
);
comment on table "user" is '全体: 利用者。コーナーの職員は cornerCode を持つ';

create table "session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references "user" ("id") on delete cascade
);
create index "session_userId_idx" on "session" ("userId");
comment on table "session" is '全体: サインイン中の端末';

create table "account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references "user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on "account" ("userId");
comment on table "account" is '全体: 利用者の資格情報（パスワードはハッシュ）';

create table "verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index "verification_identifier_idx" on "verification" ("identifier");
comment on table "verification" is '全体: 短時間だけ有効な確認';

create table "twoFactor" (
  "id" text primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references "user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on "twoFactor" ("secret");
create index "twoFactor_userId_idx" on "twoFactor" ("userId");
comment on table "twoFactor" is '全体: 認証アプリの登録（暗号化）';

create table "passkey" (
  "id" text primary key,
  "name" text,
  "publicKey" text not null,
  "userId" text not null references "user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
create index "passkey_userId_idx" on "passkey" ("userId");
create index "passkey_credentialID_idx" on "passkey" ("credentialID");
comment on table "passkey" is '全体: パスキーの公開鍵';

create table sign_in_attempt (
  kind text not null constraint sign_in_attempt_kind check (kind in ('account', 'address')),
  subject text not null,
  failed_count integer not null,
  first_failed_at timestamptz not null,
  locked_until timestamptz,
  constraint sign_in_attempt_pkey primary key (kind, subject)
);
comment on table sign_in_attempt is '全体: 続けて失敗したサインイン（ロックアウト）。利用者のメールごと、発信元ごとに数える';

create table api_token (
  token_hash text constraint api_token_pkey primary key,
  user_id text not null constraint api_token_user references "user" ("id") on delete cascade,
  name text not null,
  access text not null constraint api_token_access check (access in ('read', 'write')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index api_token_user_idx on api_token (user_id);
comment on table api_token is '全体: API の合言葉（ハッシュのみ）';

grant select, insert, update, delete on
  "user", "session", "account", "verification", "twoFactor", "passkey", sign_in_attempt, api_token
  to takumi_app;
