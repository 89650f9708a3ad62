import type { Context } from '#platform/context.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { listApplications } from '#public-request/application-queries.server.ts';
import { createFloodGate, floodLimits } from '#public-request/domain/flood-gate.ts';
import { stampForm } from '#public-request/form-stamp.server.ts';
import { anApplication } from '#public-request/sample-application.ts';
import { findOffice, submitApplication } from '#public-request/submit-application.server.ts';

const HOSTS: readonly Readonly<Record<string, string>>[] = [
  {},
  {
    kind: '工業高校等',
    name: '県立架空東工業高等学校',
    industryCode: '',
    capitalYen: '',
    employees: '',
    municipalityCode: '周南市',
    contactName: '架空 三郎',
    contactPhone: '0834-00-0102',
    contactEmail: 'kikai@example.ed.jp',
    tradeCode: '電気溶接',
    content: '3年生に、技能検定3級の課題を指導してほしい。',
    level: '技能検定3級',
    youngestAge: '17',
    oldestAge: '18',
    equipmentNote: '溶接機10台',
  },
];

type Loading = { readonly database: Database; readonly key: string };

/** Sends applications by the public form's own use case. */
export async function loadPublicRequests(ctx: Context, { database, key }: Loading): Promise<void> {
  const office = await findOffice({ database }, ctx.corner);
  if (!office || (await listApplications(ctx, { state: '', cursor: undefined })).rows.length > 0) return;
  const desk = { database, key, log: ctx.log, clock: ctx };
  for (const changes of HOSTS) {
    const stamp = stampForm({ key, corner: ctx.corner, nowMs: Date.parse(ctx.now()) - floodLimits.shortestMs * 2 });
    const content = anApplication(ctx.today(), changes);
    const submission = { office, address: '127.0.0.1', stamp, trap: '', content };
    const sent = await submitApplication(desk, submission, createFloodGate(floodLimits));
    if (!sent.ok) throw new Error(`application: ${JSON.stringify(sent.refusal)}`);
  }
}
