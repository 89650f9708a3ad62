import { expect, test } from 'vitest';
import { openServer } from '#platform/db/server.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { signIn } from './sign-in.server.ts';
import { anAccount, from, openAccountDesk, password } from './web/account-desk.fixture.ts';

const database = useTestDatabase();

test('of 20 wrong passwords sent at the same moment to two processes 10 are looked at, and the account is locked [SEC-08]', async () => {
  const other = await openServer({ url: database.url(), migrateUrl: database.url(), poolSize: 4, migrate: false });
  const desks = [openAccountDesk(database.database()).desk, openAccountDesk(other).desk] as const;
  const { email } = await anAccount(desks[0]);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      signIn(desks[index % 2 === 0 ? 0 : 1], { email, password: 'wrong', from }),
    ),
  );
  const kinds = answers.map((answer) => (answer.ok ? 'signed-in' : answer.refusal.kind)).toSorted();
  expect(kinds).toEqual([...Array.from({ length: 10 }, () => 'locked'), ...Array.from({ length: 10 }, () => 'wrong')]);
  expect(await signIn(desks[1], { email, password, from })).toMatchObject({ refusal: { kind: 'locked' } });
  await other.close();
  expect(await database.asOwner('select kind, failed_count from sign_in_attempt order by kind')).toEqual([
    { kind: 'account', failed_count: 10 },
    { kind: 'address', failed_count: 21 },
  ]);
  expect(await database.asOwner(`select action from audit_entry where action = 'locked-out'`)).toHaveLength(1);
});
