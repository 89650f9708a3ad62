import { demonstrationAccounts } from '../src/account/demonstration-accounts.ts';
import { isAllowed, permissions, scopeOf, type Permission } from '../src/platform/permission/permission-table.ts';
import { expect, neighbourCorner, people, test, type Answer, type HttpDesk, type Person } from './http-desk.ts';
import { permissionOfApi, sampleOfApi } from './api-permission.ts';
import { findAssignmentSample } from './pages/assignment-sample.ts';
import { addressOfVisit } from './pages/claims.ts';
import { findDemandSample } from './pages/demand-sample.ts';
import { findPlanSample } from './pages/plan-sample.ts';
import { sampledLists } from './pages/sampled-lists.ts';
import { dataAddressOf, instructorPages, listPageRoutes, ownPages, permissionOf } from './routes.ts';

const own = '35';
const year = '2022';
const pageRoutes = listPageRoutes();
const deskRoutes = pageRoutes.filter((route) => ![...ownPages, ...instructorPages].includes(route));
const kinds = ['organizations', 'instructors', 'requests', 'visits', 'plan-items', 'surveys'];

/** Identities of records of corner 35, by the first word of the address that shows them. */
type Samples = {
  readonly ids: Readonly<Record<string, string>>;
  /** A file of the application, and one of an application that lies at the Center. */
  readonly file: string;
  readonly reviewedFile: string;
  /** Names of people and bodies. */
  readonly names: readonly string[];
  /** Whatever tells a record of the corner: its identity too. */
  readonly marks: readonly string[];
  /** One figure of the shortage board. */
  readonly shortageQuery: string;
  /** A report of a visit and one of its instructors, and a photo of it. */
  readonly report: string;
  readonly photo: string;
  /** A held visit that nobody claimed for. */
  readonly claimQuery: string;
};

// One test asks every page of the desk, several times.
test.describe.configure({ timeout: 300_000 });

let samples: Samples;

test.beforeAll(async ({ desk }) => {
  samples = await collectSamples(desk);
});

async function collectSamples({ send, cookieOf, tokens }: HttpDesk): Promise<Samples> {
  const ids: Record<string, string> = {};
  const names: string[] = [];
  const marks: string[] = [];
  for (const kind of kinds) {
    const { text } = await send(`/api/v1/${kind}?limit=500&year=${year}`, { token: tokens.officer });
    const { items } = JSON.parse(text) as { items: { id: string; number: string; name?: string }[] };
    ids[kind] = items[0]?.id ?? '';
    names.push(...items.flatMap(({ name }) => name ?? []));
    marks.push(...items.map(({ id }) => id));
  }
  const chief = await cookieOf('chief');
  const accounts = await send(`/${own}/${year}/settings/accounts`, { cookie: chief });
  const [, account = ''] = /settings\/accounts\/([\w-]{20,})"/u.exec(accounts.text) ?? [];
  const draft = await makeDraft({ send, cookieOf });
  const shortage = await send(`/${own}/${year}/shortage`, { cookie: chief });
  const [, shortageQuery = ''] = /shortage\/rows(\?[^"]+)"/u.exec(shortage.text) ?? [];
  for (const list of sampledLists) {
    const { text } = await send(`/${own}/${year}/${list}`, { cookie: chief });
    ids[list] = new RegExp(`/${list}/([0-9a-f-]{36})`, 'u').exec(text)?.[1] ?? '';
  }
  Object.assign(ids, await findDemandSample(`/${own}/${year}`, (path) => send(path, { cookie: chief })));
  const firstIn = async (list: string, pattern: RegExp) =>
    pattern.exec((await send(list, { cookie: chief })).text)?.[1] ?? '';
  const invited = await firstIn(`/${own}/${year}/courses?state=planned`, /courses\/([\w-]{36})"/u);
  const course = await firstIn(`/${own}/2021/courses`, /courses\/([\w-]{36})"/u);
  const graduate = await firstIn(`/${own}/${year}/courses/${course}/certificates`, /instructor=([\w-]{36})"/u);
  const asked = await firstIn(`/${own}/${year}/upkeep?view=running`, /upkeep\/([\w-]{36})"/u);
  const reports = `/${own}/${year}/activity-reports?view=waiting`;
  const report = await firstIn(reports, /visits\/([\w-]{36}\/report\/[\w-]{36})"/u);
  const unclaimed = await firstIn(`/${own}/${year}/expenses/unclaimed`, /expenses\/new\?([^"]+)"/u);
  await send(`/${own}/${year}/retention`, { cookie: chief, form: {} });
  ids['retention'] = await firstIn(`/${own}/${year}/retention`, /retention\/([\w-]{36})"/u);
  const files = await findFiles({ send, cookieOf }, ids);
  ids['letters'] = await firstIn(`/${own}/${year}/letters`, /letters\/([\w-]{36})\/word"/u);
  ids['letters/issues'] = await firstIn(`/${own}/${year}/courses/${invited}/letters`, /issues\/([\w-]{36})\/word"/u);
  return {
    ids: {
      ...ids,
      plan: ids['plan-items'] ?? '',
      settings: account,
      transfer: draft,
      courses: course,
      graduate,
      upkeep: asked,
    },
    ...files,
    names,
    marks: [...marks, ...names],
    shortageQuery: shortageQuery.replaceAll('&amp;', '&'),
    report,
    photo: await firstIn(`/${own}/${year}/visits/${report}`, /photos\/([\w-]{36})"/u),
    claimQuery: `?${unclaimed.replaceAll('&amp;', '&')}`,
  };
}

/** An application with a file that is open to change, one that lies at the Center, and a bundle. */
async function findFiles({ send, cookieOf }: Pick<HttpDesk, 'send' | 'cookieOf'>, ids: Record<string, string>) {
  const find = async (path: string, pattern: RegExp, cookie: string) =>
    pattern.exec((await send(`/${own}/${year}/${path}`, { cookie })).text)?.[1] ?? '';
  const [chief, center] = [await cookieOf('chief'), await cookieOf('center')];
  ids['certifications'] = await find('certifications?q=N2022-0011', /certifications\/([\da-f-]{36})"/u, chief);
  ids['certification-batches'] = await find('certification-batches', /batches\/([\da-f-]{36})"/u, chief);
  ids['center/certifications'] = await find('center/certifications', /certifications\/([\da-f-]{36})"/u, center);
  Object.assign(ids, await findPlanSample(send, chief), await findAssignmentSample(send, chief));
  const pattern = /evidence\/([\da-f-]{36})"/u;
  return {
    file: await find(`certifications/${ids['certifications']}/evidence`, pattern, chief),
    reviewedFile: await find(`center/certifications/${ids['center/certifications']}`, pattern, center),
  };
}

/** A file that changes nothing, so that even whoever may take it in changes nothing. */
async function makeDraft({ send, cookieOf }: Pick<HttpDesk, 'send' | 'cookieOf'>): Promise<string> {
  const cookie = await cookieOf('officer');
  const exported = await send(`/${own}/${year}/transfer/file?kind=organizations&format=csv`, { cookie });
  const file = new File([exported.text], '派遣先.csv', { type: 'text/csv' });
  const { location } = await send(`/${own}/${year}/transfer`, { cookie, form: { kind: 'organizations', file } });
  return location.split('/').at(-1) ?? '';
}

/** An address of the route with real identities of corner 35; a parameter that nobody has a sample for stops the test. */
function addressOf(route: string, corner: string): string {
  const known = addressOfVisit(route, `/${corner}/${year}`, samples);
  if (known) return known;
  const words = route.split('/').slice(1);
  const address = words.map((word, index) => {
    if (!word.startsWith(':')) return word;
    if (word === ':corner') return corner;
    if (word === ':year') return year;
    if (word === ':format') return 'csv';
    if (word === ':line') return 'station';
    if (word === ':kind')
      return { letters: 'batch-letter', outreach: 'fair', feeds: 'host' }[words[2] ?? ''] ?? 'intent';
    if (word === ':paper') return 'letter';
    if (word === ':file' && words[2] === 'letters') return 'built-in';
    if (word === ':audience') return 'trainee';
    if (word === ':file') return words[2] === 'center' ? samples.reviewedFile : samples.file;
    const collection = words
      .slice(2, index)
      .join('/')
      .replace('surveys/instructors', 'instructors')
      .replace('feeds/:kind', 'organizations');
    const found = samples.ids[collection] ?? samples.ids[words[2] ?? ''];
    const sample = [':id', ':draft', ':meeting'].includes(word) ? found : samples.ids[word];
    if (!sample) throw new Error(`no sample for ${word} of the route ${route}: add one to the walk`);
    return sample;
  });
  return `/${address.join('/')}${queryOf(route)}`;
}

/** What a page has to be asked to answer anything. */
function queryOf(route: string): string {
  if (route.includes('/transfer/')) return '?kind=organizations&format=csv';
  if (route.endsWith('/search')) return '?q=株式会社';
  if (route.endsWith('/certificates/word')) return `?instructor=${samples.ids['graduate']}`;
  if (route.endsWith('/expenses/new')) return samples.claimQuery;
  return route.endsWith('/shortage/rows') ? samples.shortageQuery : '';
}

const actors: Readonly<
  Record<Person, { readonly role: (typeof demonstrationAccounts)[number]['role']; readonly cornerCode: string | null }>
> = {
  chief: { role: 'chief', cornerCode: own },
  officer: { role: 'officer', cornerCode: own },
  clerk: { role: 'clerk', cornerCode: own },
  coordinator: { role: 'coordinator', cornerCode: own },
  auditor: { role: 'auditor', cornerCode: own },
  center: { role: 'center', cornerCode: null },
  neighbour: { role: 'officer', cornerCode: neighbourCorner },
};

/** What an actor meets: the page, figures without names, or a refusal. */
type Reach = 'allowed' | 'figures' | 'denied';

function reachOf(person: Person, permission: Permission): Reach {
  const actor = actors[person];
  if (scopeOf(actor.role, permission) === 'aggregate-only') return 'figures';
  return isAllowed(actor, permission, { corner: own }) ? 'allowed' : 'denied';
}

function isSignIn({ status, location, text }: Answer): boolean {
  return (status === 302 && location.startsWith('/sign-in')) || (status === 202 && text.includes('/sign-in?next='));
}

/** The first of the words that an answer shows. */
function shown({ text }: Answer, words: readonly string[]): string {
  const word = words.find((known) => text.includes(known));
  return word === undefined ? '' : ` shows ${word}`;
}

/** What is wrong with an answer to someone of this reach: nothing, or a word for it. A draft is seen by its maker only (410). */
function wrongAnswer(reach: Reach, answer: Answer, path: string): string {
  const { status } = answer;
  // A refusal may lead back to the address that was asked for; whoever asked had it.
  const marks = samples.marks.filter((mark) => !path.includes(mark));
  if (reach === 'allowed') return (status < 400 && !isSignIn(answer)) || status === 410 ? '' : ` answered ${status}`;
  if (reach === 'denied') return status === 403 ? shown(answer, marks) : ` answered ${status}`;
  return status === 200 || status === 403 ? shown(answer, samples.names) : ` answered ${status}`;
}

test('every page of the desk has a sample address and a permission that stands before it [SEC-13]', () => {
  expect(deskRoutes.length).toBeGreaterThan(30);
  for (const route of deskRoutes) {
    expect(addressOf(route, own)).toMatch(/^\/35\/2022/u);
    for (const use of ['read', 'write'] as const) expect(permissions).toContain(permissionOf(route, use));
  }
});

test('whoever is not signed in reads and sends nothing: every page leads to the sign-in page [SEC-13]', async ({
  desk,
}) => {
  const wrong: string[] = [];
  for (const route of deskRoutes) {
    const address = addressOf(route, own);
    for (const path of [address, dataAddressOf(address)]) {
      const answer = await desk.send(path);
      if (!isSignIn(answer) || shown(answer, samples.names)) wrong.push(`GET ${path} answered ${answer.status}`);
    }
    const posted = await desk.send(address, { form: {} });
    if (!isSignIn(posted) && posted.status !== 405) wrong.push(`POST ${address} answered ${posted.status}`);
  }
  expect(wrong).toEqual([]);
});

for (const person of people.filter((name) => name !== 'neighbour')) {
  test(`pages open to the ${person} as the permission table says; the others answer 403 without a record [SEC-13]`, async ({
    desk,
  }) => {
    const cookie = await desk.cookieOf(person);
    const wrong: string[] = [];
    for (const route of deskRoutes) {
      const address = addressOf(route, own);
      const reach = reachOf(person, permissionOf(route, 'read'));
      for (const path of [address, dataAddressOf(address)]) {
        const problem = wrongAnswer(reach, await desk.send(path, { cookie }), path);
        if (problem) wrong.push(`${reach}: GET ${path}${problem}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test(`what the ${person} may not do is refused before the form is looked at [SEC-13]`, async ({ desk }) => {
    const cookie = await desk.cookieOf(person);
    const wrong: string[] = [];
    for (const route of deskRoutes) {
      const address = addressOf(route, own);
      const reach = reachOf(person, permissionOf(route, 'write'));
      const posted = await desk.send(address, { cookie, form: {} });
      const isRefused = posted.status === 403 || posted.status === 405;
      const isWrong = reach === 'allowed' ? posted.status === 403 || isSignIn(posted) : !isRefused;
      if (isWrong) wrong.push(`${reach}: POST ${address} answered ${posted.status}`);
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        const { status } = await desk.send(address, { cookie, method });
        if (status !== 405) wrong.push(`${method} ${address} answered ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

test('an officer of another corner meets 403 on every page of corner 35, and not one record of it [SEC-13]', async ({
  desk,
}) => {
  const cookie = await desk.cookieOf('neighbour');
  const wrong: string[] = [];
  for (const route of deskRoutes) {
    const address = addressOf(route, own);
    for (const path of [address, dataAddressOf(address)]) {
      const problem = wrongAnswer('denied', await desk.send(path, { cookie }), path);
      if (problem) wrong.push(`GET ${path}${problem}`);
    }
    const { status } = await desk.send(address, { cookie, form: {} });
    if (status !== 403 && status !== 405) wrong.push(`POST ${address} answered ${status}`);
  }
  expect(wrong).toEqual([]);
});

test("identities of corner 35 name nothing under another corner's address, neither to read nor to write [SEC-13]", async ({
  desk,
}) => {
  const cookie = await desk.cookieOf('neighbour');
  const wrong: string[] = [];
  for (const route of deskRoutes) {
    const address = addressOf(route, neighbourCorner);
    const namesRecord = /:(id|draft|planId)/u.test(route);
    for (const path of [address, dataAddressOf(address)]) {
      const answer = await desk.send(path, { cookie });
      const leak = shown({ ...answer, text: answer.text.replaceAll(address.split('?')[0] ?? '', '') }, samples.names);
      if (leak) wrong.push(`GET ${path}${leak}`);
      const isKnown = answer.status < 400 || isSignIn(answer);
      if (namesRecord && isKnown) wrong.push(`GET ${path} answered ${answer.status}`);
    }
    const posted = await desk.send(address, { cookie, form: { version: '1', reason: '隣から', intent: 'import' } });
    const isTaken = posted.status < 400 && namesRecord;
    if (isTaken || shown(posted, samples.names)) wrong.push(`POST ${address} answered ${posted.status}`);
  }
  expect(wrong).toEqual([]);
});

/** The cookie of the demonstration's busiest instructor, and the names that they may read: their own hosts'. */
async function enterAsInstructor({ send }: HttpDesk): Promise<string> {
  const { status, cookies } = await send('/my/sign-in', { form: { demonstration: 'yes' } });
  if (status !== 302) throw new Error(`the instructor was not let in: ${status}`);
  return cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}

const atEntrance = ({ status, location, text }: Answer): boolean =>
  (status === 302 && location === '/my/sign-in') || (status === 202 && text.includes('/my/sign-in'));

test('the session of an instructor opens no page of the desk and no address of the API [SEC-13]', async ({ desk }) => {
  const cookie = await enterAsInstructor(desk);
  const wrong: string[] = [];
  for (const route of deskRoutes) {
    const address = addressOf(route, own);
    for (const path of [address, dataAddressOf(address)]) {
      const answer = await desk.send(path, { cookie });
      if (!isSignIn(answer) || shown(answer, samples.names)) wrong.push(`GET ${path} answered ${answer.status}`);
    }
    const posted = await desk.send(address, { cookie, form: {} });
    if (!isSignIn(posted) && posted.status !== 405) wrong.push(`POST ${address} answered ${posted.status}`);
  }
  for (const kind of kinds) {
    const { status } = await desk.send(`/api/v1/${kind}?year=${year}`, { cookie });
    if (status !== 401) wrong.push(`API ${kind} answered ${status}`);
  }
  expect(wrong).toEqual([]);
});

test("an instructor's pages open to nobody else: visitors, staff and made-up sessions stand at the entrance [SEC-13]", async ({
  desk,
}) => {
  const staff = await Promise.all(people.map((person) => desk.cookieOf(person)));
  const token = (await enterAsInstructor(desk)).replace(/^takumi\.own=35\./u, '');
  const forged = [`35.${'A'.repeat(43)}`, `34.${token}`, `99.${token}`, '', token].map((text) => `takumi.own=${text}`);
  const wrong: string[] = [];
  for (const route of instructorPages) {
    const address = route.replace(':id', samples.ids['visits'] ?? '');
    for (const cookie of ['', ...staff, ...forged]) {
      const answers = [
        await desk.send(address, { cookie }),
        await desk.send(dataAddressOf(address), { cookie }),
        await desk.send(address, { cookie, form: { answer: 'accepted', version: '1' } }),
      ];
      const open = answers.find((answer) => !atEntrance(answer) && answer.status !== 405);
      const leak = answers.map((answer) => shown(answer, samples.names)).join('');
      if (open || leak) wrong.push(`${address} answered ${open?.status ?? ''}${leak}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('an instructor meets 404 on every visit of somebody else, and none of it [SEC-13]', async ({ desk }) => {
  const cookie = await enterAsInstructor(desk);
  const { text: list } = await desk.send('/my/visits', { cookie });
  const { text } = await desk.send(`/api/v1/visits?limit=500&year=${year}`, { token: desk.tokens.officer });
  const { items } = JSON.parse(text) as { items: readonly { id: string; number: string; version: number }[] };
  const others = items.filter(({ id }) => !list.includes(id)).slice(0, 20);
  expect(list).toContain('/my/visits/');
  expect(others).toHaveLength(20);
  for (const { id, number, version } of others) {
    for (const path of [`/my/visits/${id}`, `/my/visits/${id}.data`]) {
      const answer = await desk.send(path, { cookie });
      expect([path, answer.status, answer.text.includes(number)]).toEqual([path, 404, false]);
    }
    const form = { answer: 'accepted', version: String(version) };
    expect((await desk.send(`/my/visits/${id}`, { cookie, form })).status).toBe(404);
  }
});

type Operation = { readonly method: string; readonly path: string; readonly permission: Permission };

async function listOperations({ send }: HttpDesk): Promise<readonly Operation[]> {
  const document = JSON.parse((await send('/api/v1/openapi.json')).text) as { paths: Record<string, object> };
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => ({
      method: method.toUpperCase(),
      path,
      permission: permissionOfApi(path, method),
    })),
  );
}

function apiAddressOf(path: string): string {
  const [, collection = ''] = path.split('/');
  const known: Readonly<Record<string, string | undefined>> = {
    corner: own,
    year,
    id: samples.ids[sampleOfApi(collection)],
  };
  return `/api/v1${path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const sample = known[name];
    if (!sample) throw new Error(`no sample for {${name}} of ${path}: add one to the walk`);
    return sample;
  })}`;
}

test('every address of the API answers 401 without a token [SEC-13]', async ({ desk }) => {
  const operations = await listOperations(desk);
  expect(operations.length).toBeGreaterThan(20);
  for (const { method, path } of operations) {
    const { status } = await desk.send(apiAddressOf(path), { method, ...(method === 'GET' ? {} : { json: {} }) });
    expect([method, path, status]).toEqual([method, path, 401]);
  }
});

for (const person of people) {
  test(`every address of the API answers the ${person} of corner ${actors[person].cornerCode ?? '—'} as the permission table says [SEC-13]`, async ({
    desk,
  }) => {
    const wrong: string[] = [];
    for (const { method, path, permission } of await listOperations(desk)) {
      const query = path.includes('{corner}') ? '' : `?corner=${own}`;
      const sending = { method, token: desk.tokens[person], ...(method === 'GET' ? {} : { json: {} }) };
      const answer = await desk.send(apiAddressOf(path) + query, sending);
      const reach = reachOf(person, permission);
      const needsMore = reach === 'allowed' && method !== 'GET' && [422, 428].includes(answer.status);
      const problem = needsMore ? '' : wrongAnswer(reach, answer, path);
      if (problem) wrong.push(`${reach}: ${method} ${path}${problem}`);
    }
    expect(wrong).toEqual([]);
  });
}

test('a token that reads is answered as its owner where it reads, and 403 wherever it would change something [SEC-11]', async ({
  desk,
}) => {
  const wrong: string[] = [];
  for (const { method, path } of await listOperations(desk)) {
    const sending = { method, token: desk.tokens.reader, ...(method === 'GET' ? {} : { json: {} }) };
    const { status } = await desk.send(apiAddressOf(path), sending);
    if (status !== (method === 'GET' ? 200 : 403)) wrong.push(`${method} ${path} answered ${status}`);
  }
  expect(wrong).toEqual([]);
});

test("a token of another corner finds nothing of corner 35 below its own corner, with the record's very content in hand [SEC-13]", async ({
  desk,
}) => {
  const wrong: string[] = [];
  for (const { method, path } of await listOperations(desk)) {
    if (path.includes('{corner}')) continue;
    const address = apiAddressOf(path);
    const record = path.includes('{id}') ? await desk.send(address, { token: desk.tokens.officer }) : undefined;
    const { id: _, version, ...json } = JSON.parse(record?.text ?? '{}') as Record<string, unknown>;
    const answer = await desk.send(`${address}?reason=${encodeURIComponent('隣から')}`, {
      method,
      token: desk.tokens.neighbour,
      headers: { 'if-match': `"${version as number}"` },
      ...(method === 'GET' ? {} : { json }),
    });
    const isExpected = record
      ? answer.status === 404 || answer.status === 422
      : answer.status === 200 || method === 'POST';
    if (!isExpected || shown(answer, samples.marks)) wrong.push(`${method} ${path} answered ${answer.status}`);
  }
  expect(wrong).toEqual([]);
});

test('refused attempts stand in the audit log of the corner, with the name of who tried [SEC-11]', async ({ desk }) => {
  const cookie = await desk.cookieOf('chief');
  const tried = ['clerk', 'coordinator', 'auditor', 'center'].map(
    (role) => demonstrationAccounts.find((account) => account.role === role)?.name ?? role,
  );
  // Each of them tries once more here, so that this rule stands by itself.
  for (const person of ['clerk', 'coordinator', 'auditor', 'center', 'neighbour'] as const) {
    const refused = await desk.send(`/${own}/${year}/settings/accounts`, { cookie: await desk.cookieOf(person) });
    expect(refused.status).toBe(403);
    const { status } = await desk.send('/api/v1/instructors?corner=01', { token: desk.tokens[person] });
    expect(status).toBe(403);
  }
  const log = await desk.send(`/${own}/${year}/audit?action=denied`, { cookie });
  for (const name of [...tried, '隣県 太郎']) expect(log.text).toContain(name);
});
