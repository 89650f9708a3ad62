import { randomUUID } from 'node:crypto';
import { request as openRequest } from 'node:http';
import { readerOf, referencesIn, type OpenApiDocument } from './answer-schema.ts';
import { ask, japanese, jsonOf, openApiOf, problemOf } from './api-call.ts';
import { expect, test, type HttpDesk } from './http-desk.ts';

const collections = ['organizations', 'instructors', 'requests', 'visits', 'plan-items', 'surveys'];

let document: OpenApiDocument;

test.beforeAll(async ({ desk }) => {
  document = await openApiOf(desk);
});

let made = 0;

/** What a new 派遣先 needs, with a number of its own. */
function organization(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  made += 1;
  return {
    number: `API-${process.pid}-${made}`,
    kind: '中小企業',
    name: '架空鋳造株式会社',
    municipalityCode: '352039',
    ...changes,
  };
}

type Stored = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>;

async function create(desk: HttpDesk, changes?: Readonly<Record<string, unknown>>): Promise<Stored> {
  const answer = await ask(desk, '/organizations', { json: organization(changes) });
  expect(answer.status).toBe(201);
  return jsonOf(answer) as Stored;
}

test('the OpenAPI 3.1 document describes every operation whole: parameters, bodies, answers and refusals [contract §2]', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/u);
  expect(document.info).toMatchObject({ title: expect.stringMatching(japanese), version: expect.any(String) });
  expect(document.servers).toEqual([{ url: '/api/v1' }]);
  expect(Object.keys(document.security[0] ?? {})).toEqual(Object.keys(document.components.securitySchemes));
  for (const reference of referencesIn(document)) {
    const [, name = ''] = /^#\/components\/schemas\/(\w+)$/u.exec(reference) ?? [];
    expect(Object.keys(document.components.schemas), reference).toContain(name);
  }
  for (const name of Object.keys(document.components.schemas))
    expect(() => readerOf(document, { $ref: `#/components/schemas/${name}` })).not.toThrow();
});

test('every operation names the parameters of its path, an answer for success and one for refusals [contract §2]', () => {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  expect(operations.map(({ path }) => path)).toEqual(expect.arrayContaining(collections.map((name) => `/${name}`)));
  for (const { path, method, operation } of operations) {
    const declared = (operation.parameters ?? []).filter(({ in: place }) => place === 'path');
    expect(
      declared.map(({ name }) => `{${name}}`),
      path,
    ).toEqual(path.match(/\{\w+\}/gu) ?? []);
    expect(
      declared.every(({ required }) => required === true),
      path,
    ).toBe(true);
    const codes = Object.keys(operation.responses);
    expect(
      codes.some((code) => /^2\d\d$/u.test(code)),
      `${method} ${path}`,
    ).toBe(true);
    expect(operation.responses['default']?.content, `${method} ${path}`).toHaveProperty('application/problem+json');
    expect(Object.values(operation.responses).every(({ description }) => description !== '')).toBe(true);
    // To stop something there is nothing to say beside its address.
    const takesBody = method === 'put' || (method === 'post' && !path.endsWith('/cancel'));
    expect(operation.requestBody !== undefined, `${method} ${path}`).toBe(takesBody);
  }
});

type Page = {
  readonly items: readonly { readonly id: string; readonly number: string }[];
  readonly nextCursor: string | null;
};

for (const collection of collections) {
  test(`reading ${collection} page by page gives every record once, in one order [contract §2]`, async ({ desk }) => {
    const page = async (query: string) => jsonOf(await ask(desk, `/${collection}?year=2022&${query}`)) as Page;
    const whole = await page('limit=500');
    const numbers: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, nextCursor } = await page(`limit=7${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      numbers.push(...items.map(({ id }) => id));
      expect(numbers.length).toBeLessThan(2000);
      cursor = nextCursor;
    }
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.slice(0, whole.items.length)).toEqual(whole.items.map(({ id }) => id));
    expect(numbers.length).toBeGreaterThan(7);
  });
}

test('filters narrow a list to what they say, and an unknown code or day is refused by its name [contract §2]', async ({
  desk,
}) => {
  const items = async (address: string) =>
    (jsonOf(await ask(desk, address)) as { items: Record<string, unknown>[] }).items;
  const schools = await items('/organizations?kind=technical-school&limit=500');
  expect(new Set(schools.map(({ kind }) => kind))).toEqual(new Set(['technical-school']));
  const november = await items('/visits?from=2022-11-01&to=2022-11-30&status=held&limit=500');
  expect(november.length).toBeGreaterThan(0);
  for (const visit of november)
    expect(visit).toMatchObject({ status: 'held', visitOn: expect.stringMatching(/^2022-11-/u) });
  const [someone] = await items('/instructors?limit=1');
  const found = await items(`/instructors?q=${encodeURIComponent(String(someone?.['nameKana']))}`);
  expect(found.map(({ id }) => id)).toContain(someone?.['id']);
  for (const [query, pointer] of [
    ['from=2022-02-30', '/from'],
    ['status=done', '/status'],
    ['limit=0', '/limit'],
    ['limit=501', '/limit'],
    ['year=1999', '/year'],
    [`cursor=${'x'.repeat(1001)}`, '/cursor'],
  ]) {
    const { errors = [] } = problemOf(await ask(desk, `/visits?${query}`), 422);
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
  }
});

test('a record is created, read, changed and deleted; each answer carries its version as ETag [contract §2]', async ({
  desk,
}) => {
  const created = await create(desk, { phone: '083-000-9999' });
  const read = await ask(desk, `/organizations/${created.id}`);
  expect(read.headers.get('etag')).toBe(`"${created.version}"`);
  expect(jsonOf(read)).toEqual(created);
  const { id, version, ...content } = created;
  const changed = await ask(desk, `/organizations/${id}`, {
    method: 'PUT',
    json: { ...content, name: '架空鋳物株式会社' },
    headers: { 'if-match': `"${version}"` },
  });
  expect(jsonOf(changed)).toMatchObject({ id, version: version + 1, name: '架空鋳物株式会社' });
  const deletion = { method: 'DELETE', headers: { 'if-match': `"${version + 1}"` } };
  problemOf(await ask(desk, `/organizations/${id}`, deletion), 422);
  const removed = await ask(desk, `/organizations/${id}?reason=${encodeURIComponent('二重に登録したため')}`, deletion);
  expect([removed.status, removed.text]).toEqual([204, '']);
  problemOf(await ask(desk, `/organizations/${id}`), 404);
  problemOf(await ask(desk, '/organizations', { json: { ...content } }), 409);
});

test('a change or deletion without If-Match answers 428, and of an older version 412; neither writes [contract §2]', async ({
  desk,
}) => {
  const { id, version, ...content } = await create(desk);
  const address = `/organizations/${id}?reason=x`;
  for (const method of ['PUT', 'DELETE']) {
    const json = { ...content, name: '上書き' };
    for (const missing of [{}, { 'if-match': '*' }, { 'if-match': '"x"' }] as Record<string, string>[])
      problemOf(await ask(desk, address, { method, json, headers: missing }), 428);
    problemOf(await ask(desk, address, { method, json, headers: { 'if-match': `"${version + 1}"` } }), 412);
  }
  expect(jsonOf(await ask(desk, `/organizations/${id}`))).toEqual({ id, version, ...content });
});

test('answers to questionnaires are read and added, and by nobody changed or removed [contract §2, §3]', async ({
  desk,
}) => {
  const { items } = jsonOf(await ask(desk, '/surveys?year=2022&audience=host&limit=1')) as {
    items: readonly Record<string, unknown>[];
  };
  expect(items).toMatchObject([{ audience: 'host', satisfaction: expect.any(Number) }]);
  const visitNumber = String(items[0]?.['visitNumber']);
  const json = { visitNumber, audience: '受講者', satisfaction: 4, understanding: 5 };
  const headers = { 'idempotency-key': randomUUID() };
  const added = await ask(desk, '/surveys', { json, headers });
  expect([added.status, (await ask(desk, '/surveys', { json, headers })).text]).toEqual([201, added.text]);
  const { id, version } = jsonOf(added) as Stored;
  expect(jsonOf(await ask(desk, `/surveys/${id}`))).toEqual(jsonOf(added));
  const { errors = [] } = problemOf(await ask(desk, '/surveys', { json: { ...json, satisfaction: 6 } }), 422);
  expect(errors.map(({ pointer }) => pointer)).toEqual(['/satisfaction']);
  problemOf(await ask(desk, '/surveys?audience=nobody'), 422);
  for (const method of ['PUT', 'DELETE']) {
    const refused = await desk.send(`/api/v1/surveys/${id}?reason=x`, {
      token: desk.tokens.officer,
      method,
      json,
      headers: { 'if-match': `"${version}"` },
    });
    expect([404, 405]).toContain(refused.status);
  }
});

test('a repeated Idempotency-Key gives the first answer and one record; with other content it is refused [contract §2, FRM-34]', async ({
  desk,
}) => {
  const headers = { 'idempotency-key': randomUUID() };
  const json = organization();
  const answers = await Promise.all([1, 2, 3].map(() => ask(desk, '/organizations', { json, headers })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  problemOf(await ask(desk, '/organizations', { json: organization(), headers }), 422);
  const { items } = jsonOf(await ask(desk, `/organizations?q=${String(json['number'])}`)) as Page;
  expect(items.filter(({ number }) => number === json['number'])).toHaveLength(1);
});

test('a refused creation leaves its Idempotency-Key free for the corrected one [FRM-34]', async ({ desk }) => {
  const headers = { 'idempotency-key': randomUUID() };
  const { number } = await create(desk);
  problemOf(await ask(desk, '/organizations', { json: organization({ number }), headers }), 409);
  expect((await ask(desk, '/organizations', { json: organization(), headers })).status).toBe(201);
});

test('every field at fault is named by its pointer, all at once [contract §2]', async ({ desk }) => {
  const json = organization({ municipalityCode: '999999', phone: '1', employees: -1, email: 'x', name: 'あ\u0000' });
  const { errors = [] } = problemOf(await ask(desk, '/organizations', { json }), 422);
  expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual([
    '/email',
    '/employees',
    '/municipalityCode',
    '/name',
    '/phone',
  ]);
});

test.describe('what no record can be', () => {
  for (const [rule, json, pointers] of [
    ['a name that is no field', { nam: 'x' }, ['/nam']],
    ['a name with a slash and a tilde', { 'a/b~c': 'x' }, ['/a~1b~0c']],
    ['an object as a text', { address: { a: 1 } }, ['/address']],
    ['a list as a text', { address: ['x'] }, ['/address']],
    ['a truth value as a text', { address: true }, ['/address']],
    ['a text as a number', { employees: 'many' }, ['/employees']],
    ['a number that is not whole', { employees: 1.5 }, ['/employees']],
    ['a number beyond all bounds', { capitalYen: 1e300 }, ['/capitalYen']],
    ['an unknown choice', { kind: '大学' }, ['/kind']],
    ['a lone surrogate', { name: '\uD842' }, ['/name']],
    ['nothing where something is required', { name: null }, ['/name']],
  ] as const)
    test(`${rule} is refused by its pointer [contract §2]`, async ({ desk }) => {
      const { errors = [] } = problemOf(await ask(desk, '/organizations', { json: organization(json) }), 422);
      expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
    });

  for (const [rule, body, statuses] of [
    ['a text', '"x"', [400, 422]],
    ['a list', '[]', [400, 422]],
    ['null', 'null', [400, 422]],
    ['a number', '1', [400, 422]],
    ['half an object', '{"name":', [400]],
    ['nothing', '', [400, 422]],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), [400, 422]],
    ['an object 100,000 deep', '{"name":'.repeat(100_000) + '1' + '}'.repeat(100_000), [400, 422]],
    ['10 MB of one name', `{"name":"${'あ'.repeat(3_500_000)}"}`, [422]],
    ['10 MB of fields', `{${Array.from({ length: 500_000 }, (_, index) => `"k${index}":"x"`).join(',')}}`, [413, 422]],
    ['a prototype', '{"__proto__":{"name":"x"},"constructor":"x"}', [422]],
  ] as const)
    test(`${rule} as the body is refused in Japanese [contract §2]`, async ({ desk }) => {
      const answer = await desk.send('/api/v1/organizations', {
        token: desk.tokens.officer,
        body,
        headers: { 'content-type': 'application/json' },
      });
      expect(statuses as readonly number[]).toContain(answer.status);
      problemOf(answer, answer.status);
    });

  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/csv',
    'nonsense',
  ])
    test(`a body that says it is ${type} is refused as no JSON [contract §2]`, async ({ desk }) => {
      const answer = await desk.send('/api/v1/organizations', {
        token: desk.tokens.officer,
        body: 'name=x',
        headers: { 'content-type': type },
      });
      problemOf(answer, 415);
    });
});

test('the same key twice in a body keeps the last, as JSON has it, and never two records [contract §2]', async ({
  desk,
}) => {
  const { number, ...rest } = organization();
  const body = `{"number":"${String(number)}","name":"先",${JSON.stringify(rest).slice(1)}`;
  const answer = await desk.send('/api/v1/organizations', {
    token: desk.tokens.officer,
    body,
    headers: { 'content-type': 'application/json' },
  });
  expect([answer.status, (jsonOf(answer) as { name: string }).name]).toEqual([201, '架空鋳造株式会社']);
});

for (const kind of ['revoked', 'expired', 'disabled'] as const)
  test(`a token that is ${kind === 'disabled' ? 'of a disabled account' : kind} opens nothing [contract §2]`, async ({
    desk,
  }) => {
    problemOf(await ask(desk, '/organizations', { token: desk.tokens[kind] }), 401);
    problemOf(await ask(desk, '/organizations', { token: desk.tokens[kind], json: organization() }), 401);
  });

test('garbage in the place of a token opens nothing, and neither does the cookie of a session [contract §2]', async ({
  desk,
}) => {
  const cookie = await desk.cookieOf('officer');
  const own = desk.tokens.officer;
  const headers = [
    'Bearer',
    'Bearer ',
    `Basic ${own}`,
    own,
    `bearer:${own}`,
    `Bearer ${own}x`,
    `Bearer ${own.slice(0, -1)}`,
    `Bearer takumi_${'x'.repeat(5000)}`,
    'Bearer takumi_%00',
    "Bearer takumi_' or 1=1 --",
  ];
  for (const authorization of headers) {
    const answer = await desk.send('/api/v1/organizations', { cookie, headers: { authorization } });
    problemOf(answer, 401);
  }
  problemOf(await desk.send('/api/v1/organizations', { cookie }), 401);
});

test('the address of no collection and a method that none has answer 404 as a problem [contract §2]', async ({
  desk,
}) => {
  const token = desk.tokens.officer;
  problemOf(await desk.send('/api/v1/nothing', { token }), 404);
  problemOf(await desk.send('/api/v1', { token }), 404);
  problemOf(await desk.send('/api/v1/organizations', { token, method: 'PATCH' }), 404);
  problemOf(await desk.send(`/api/v1/organizations/${randomUUID()}`, { token }), 404);
});

type Metric = {
  readonly key: string | null;
  readonly target: number | null;
  readonly actual: number | null;
  readonly scheduled: number | null;
};
type Report = {
  readonly corner: string;
  readonly fiscalYear: number;
  readonly asOf: string;
  readonly sections: readonly { readonly metrics: readonly Metric[] }[];
  readonly outputs: readonly Metric[];
};

const statusAddress = '/corners/35/years/2022/status?asOf=2022-11-30';

test('the status report of corner 35 on 2022-11-30 says the published figures to the last digit [domain §6.1, contract §4]', async ({
  desk,
}) => {
  const report = jsonOf(await ask(desk, statusAddress)) as Report;
  expect(report).toMatchObject({ corner: '35', fiscalYear: 2022, asOf: '2022-11-30' });
  const metrics = [...report.sections.flatMap((section) => section.metrics), ...report.outputs];
  const figures = (key: string) => {
    const metric = metrics.find((known) => known.key === key);
    return [metric?.target, metric?.actual, metric?.scheduled];
  };
  expect(figures('visits.sme')).toEqual([70, 79, 34]);
  expect(figures('visits.school')).toEqual([100, 57, 67]);
  expect(figures('visits.total')).toEqual([170, 136, 101]);
  expect(figures('trainees.sme').slice(1)).toEqual([158, 42]);
  expect(figures('trainees.school').slice(1)).toEqual([629, 454]);
  expect(figures('trainees.total')).toEqual([1200, 787, 496]);
  expect(figures('skilled.visits')).toEqual([10, 2, 4]);
  expect(figures('skilled.trainees')).toEqual([130, 40, 88]);
  expect(figures('medalist.sessions')).toEqual([7, 2, 1]);
});

test('the Center sees the same figures without the name of any person or body [SEC-13, domain §6.1]', async ({
  desk,
}) => {
  const own = jsonOf(await ask(desk, statusAddress)) as Report;
  const answer = await ask(desk, statusAddress, { token: desk.tokens.center });
  const center = jsonOf(answer) as Report;
  const metricsOf = (report: Report) => [report.sections.map(({ metrics }) => metrics), report.outputs];
  expect(metricsOf(center)).toEqual(metricsOf(own));
  for (const collection of ['instructors', 'organizations']) {
    const { items } = jsonOf(await ask(desk, `/${collection}?limit=500`)) as { items: { name: string }[] };
    expect(items.length).toBeGreaterThan(10);
    expect(items.filter(({ name }) => answer.text.includes(name))).toEqual([]);
  }
});

test('/healthz answers ok to anybody as soon as the database does [contract §2]', async ({ desk }) => {
  const answer = await desk.send('/healthz');
  expect([answer.status, jsonOf(answer)]).toEqual([200, { status: 'ok' }]);
});

test('a body larger than the limit is refused while it is sent, and the desk goes on answering [contract §2]', async ({
  desk,
}) => {
  const { hostname, port } = new URL(desk.address);
  const headers = {
    'content-type': 'application/json',
    'content-length': String(60 * 1024 * 1024),
    authorization: `Bearer ${desk.tokens.officer}`,
  };
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const call = openRequest({ hostname, port, path: '/api/v1/organizations', method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
      call.destroy();
    });
    call.on('error', reject);
    call.write('{');
  });
  expect(status).toBe(413);
  expect((await desk.send('/healthz')).status).toBe(200);
});
