import { cpSync } from 'node:fs';
import { expect, newFolder, startDesk, stopDesk, takumi, test } from './fixtures.ts';

const ROUNDS = 50;
const WRITERS = 3;

test('what was acknowledged is there after SIGKILL under writes, 50 times, and the next start needs no hand', async ({
  template,
}) => {
  test.setTimeout(600_000);
  const folder = newFolder();
  cpSync(template, folder, { recursive: true });
  const issued = await takumi(folder, ['user', 'token', '--email', 'officer@example.jp', '--name', 'writer', '--json']);
  const { token } = JSON.parse(issued.output) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const acknowledged: string[] = [];

  for (let round = 0; round < ROUNDS; round += 1) {
    const desk = await startDesk(folder);
    const missing = await findMissing(`${desk.address}/api/v1/organizations`, headers, acknowledged.slice(-40));
    expect(missing, `acknowledged before start ${round}`).toEqual([]);
    const killAfter = acknowledged.length + 1 + ((round * 7) % 11);
    const ended = new Promise((resolve) => desk.process.once('exit', resolve));
    const write = async (writer: number) => {
      for (let index = 0; ; index += 1) {
        const number = `P-${round}-${writer}-${index}`;
        try {
          const body = JSON.stringify({ number, kind: 'その他', name: `停電 ${number}`, municipalityCode: '352039' });
          const answer = await fetch(`${desk.address}/api/v1/organizations`, { method: 'POST', headers, body });
          expect(answer.status).toBe(201);
        } catch (error) {
          if (desk.process.killed) return;
          throw error;
        }
        acknowledged.push(number);
        if (acknowledged.length >= killAfter) desk.process.kill('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    await ended;
  }

  test.info().annotations.push({ type: 'figures', description: `${ROUNDS} kills, ${acknowledged.length} writes` });
  const desk = await startDesk(folder);
  expect(await findMissing(`${desk.address}/api/v1/organizations`, headers, acknowledged)).toEqual([]);
  await stopDesk(desk);
  expect((await takumi(folder, ['verify'])).code).toBe(0);
});

async function findMissing(
  address: string,
  headers: Record<string, string>,
  numbers: readonly string[],
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const number of numbers) {
    const answer = await fetch(`${address}?q=${number}`, { headers });
    const { items } = (await answer.json()) as { items: { number: string }[] };
    if (!items.some((item) => item.number === number)) missing.push(number);
  }
  return missing;
}
