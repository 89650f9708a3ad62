import { createServer } from 'node:http';
import pg from 'pg';

// What a server costs that does nothing but this one query: no permissions, no row-level security, no sessions.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const sql = process.env['BENCH_SQL'] ?? '';
const parameters: unknown[] = JSON.parse(process.env['BENCH_PARAMETERS'] ?? '[]');

async function answer(): Promise<string> {
  const { rows } = await pool.query(sql, parameters);
  return JSON.stringify({ items: rows.slice(0, 50) });
}

const server = createServer((_, response) => {
  answer().then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});
