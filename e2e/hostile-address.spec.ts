import { exchange, expect, test, type HttpDesk } from './http-desk.ts';
import { collections, place } from './record-lists.ts';

const japaneseSentence = /[ぁ-ん][^<]*。/u;

function encodeCursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

const cursors = [
  ...[
    [],
    [0],
    [0, 'x'],
    [1, 1],
    [0, 'x', 'y'],
    [0, 1, 'x', 'y'],
    [0, 'x', 'y', 'z'],
    [0, '\0', '\0'],
    [0, 1e300, 1e300, 1e300],
    [0, null],
    [0, {}],
    'x',
    null,
    [0, '9999-99-99', 'x'],
    [0, 2022, '2022-02-30', 'x'],
  ].map(encodeCursor),
  'x',
  '%',
  '====',
  'x'.repeat(900),
  '../..',
];

const lists = [
  'organizations?',
  'instructors?',
  'requests?',
  'visits?',
  'audit?',
  'organizations?sort=number&',
  'visits?sort=earliest&',
];

test('a cursor that was tampered with gives a page or a refusal in Japanese, never a failure [contract.md §2]', async ({
  desk,
}) => {
  const cookie = await desk.cookieOf('chief');
  for (const cursor of cursors) {
    const query = `cursor=${encodeURIComponent(cursor)}`;
    for (const list of lists) {
      const answer = await desk.send(`${place}/${list}${query}`, { cookie });
      expect([200, 400], `${list}${query}`).toContain(answer.status);
      expect(answer.text).toMatch(japaneseSentence);
    }
    for (const [, collection] of collections) {
      const answer = await desk.send(`/api/v1/${collection}?${query}`, { token: desk.tokens.officer });
      expect([200, 422], `${collection}?${query}`).toContain(answer.status);
    }
  }
});

function addressesWith(word: string): readonly string[] {
  return [
    `/${word}/2022`,
    `/35/${word}`,
    `/35/2022/organizations/${word}`,
    `/35/2022/visits/${word}/edit`,
    `/35/2022/settings/accounts/${word}`,
    `/35/2022/reports/status/${word}`,
    `/35/2022/transfer/import/${word}`,
    `/assets/${word}`,
    `/assets/${word}/../../server/takumi.js`,
    `/${word}${word}`,
  ];
}

const oddWords = [
  '00',
  '48',
  '99',
  '035',
  '３５',
  '35%00',
  '35%0a',
  '..',
  '%2e%2e',
  '%2f',
  '%5c',
  '35;x',
  '35.',
  'null',
  '-1',
  '35%ef%bc%8f',
  "35'--",
  'x'.repeat(2000),
];

test('identities, corners and years that are none lead to a page that says so [SEC-13]', async ({ desk }) => {
  const cookie = await desk.cookieOf('chief');
  for (const path of oddWords.flatMap(addressesWith)) {
    const { text, location } = await desk.send(path, { cookie });
    expect([path, text, location]).toEqual([
      path,
      location ? '' : expect.stringMatching(japaneseSentence),
      location ? expect.stringMatching(/^\/(?!\/)/u) : '',
    ]);
    expect(text).not.toContain('runTakumi');
  }
});

test('a file that is not there, not allowed or not for posting is refused in words, as a page is [SEC-13, FRM-32]', async ({
  desk,
}) => {
  const refusals = [
    ['chief', 'reports/status/exe', {}, 404],
    ['chief', 'transfer/file?kind=persons', {}, 404],
    ['coordinator', 'transfer/file?kind=organizations', {}, 403],
    ['coordinator', 'transfer/template?kind=organizations', {}, 403],
    ['chief', 'reports/status/xlsx', { form: { intent: 'x' } }, 405],
  ] as const;
  for (const [person, path, sending, status] of refusals) {
    const answer = await desk.send(`${place}/${path}`, { cookie: await desk.cookieOf(person), ...sending });
    expect([path, answer.status, answer.text]).toEqual([path, status, expect.stringMatching(/ください。$/u)]);
  }
});

test('an address that cannot be read is refused in Japanese before it comes to a page [FRM-32]', async ({ desk }) => {
  const cookie = await desk.cookieOf('chief');
  // Dots lead away from what cannot be read before anybody reads it.
  for (const path of ['%', '%zz', '%E3%81'].flatMap(addressesWith).filter((each) => !each.includes('..'))) {
    const { status, text } = await desk.send(path, { cookie });
    expect([path, status, text]).toEqual([path, 400, expect.stringMatching(/^[^<]*アドレスを確かめてください。$/u)]);
  }
});

const outsidePlaces = [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/%0d%0aSet-Cookie:%20x=1',
  '%0d%0aLocation:%20https://evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '///evil.example',
  '/sign-out',
  'data:text/html,x',
  '\u0000/',
  `/${'x'.repeat(10_000)}`,
];

test('the page to go on to after sign-in stays on this desk, whatever the address says [SEC-16]', async ({ desk }) => {
  const cookie = await desk.cookieOf('officer');
  for (const spelling of outsidePlaces.flatMap((next) => [next, encodeURIComponent(next)])) {
    const answer = await desk.send(`/sign-in?next=${spelling}`, { cookie });
    expect([spelling, answer.status, answer.cookies]).toEqual([spelling, 302, []]);
    expect(answer.location).toMatch(/^\/(?![/\\])/u);
    const to = new URL(answer.location, desk.address);
    expect([spelling, to.origin]).toEqual([spelling, desk.address]);
    expect(to.pathname).not.toBe('/sign-out');
  }
});

/** The desk closes the connection on headers without end; whether its answer comes through is up to the network. */
async function statusOfHuge({ address }: HttpDesk, path: string, headers: Record<string, string>): Promise<number> {
  try {
    return (await exchange(new URL(address), { path, method: 'GET', bytes: Buffer.alloc(0), headers })).status;
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ECONNRESET', 'EPIPE'].includes(String(error.code))) return 431;
    throw error;
  }
}

const hugeQueries = [
  `q=${'あ'.repeat(1000)}`,
  `q=${'a%20'.repeat(2000)}`,
  Array.from({ length: 1000 }, (_, index) => `k${index}=v`).join('&'),
  'q=1&'.repeat(1000),
  `${'['.repeat(2000)}=x`,
];

test('a huge query, a thousand parameters and 64 KB of headers are refused or ignored, and the desk goes on [FRM-32]', async ({
  desk,
}) => {
  const cookie = await desk.cookieOf('chief');
  for (const query of hugeQueries) {
    for (const list of ['organizations', 'instructors', 'requests', 'visits', 'search', 'audit']) {
      const { status } = await desk.send(`${place}/${list}?${query}`, { cookie });
      expect([200, 400, 414, 431], `${list}?${query.slice(0, 20)}`).toContain(status);
    }
  }
  expect(await statusOfHuge(desk, `${place}?q=${'x'.repeat(100_000)}`, {})).toBe(431);
  expect(await statusOfHuge(desk, place, { 'x-large': 'x'.repeat(65_536), cookie })).toBe(431);
  expect((await desk.send('/healthz')).status).toBe(200);
});
