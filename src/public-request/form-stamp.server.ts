import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { floodLimits } from './domain/flood-gate.ts';
import type { StampRefusal } from './domain/public-request.ts';

/** The secret of the running desk. */
export type FormKey = string;

type Issued = { readonly key: FormKey; readonly corner: string; readonly nowMs: number };

const sign = (key: FormKey, text: string) => createHmac('sha256', key).update(text).digest('base64url');

/** A form's own mark: when it was given out, and a number that makes a second press the same application. */
export function stampForm({ key, corner, nowMs }: Issued): string {
  const mark = `${corner}.${nowMs}.${randomUUID()}`;
  return `${mark}.${sign(key, `apply ${mark}`)}`;
}

/** Whether a posted mark is one of ours and neither too fresh nor too old; answers the number of the form. */
export function readStamp(stamp: string, { key, corner, nowMs }: Issued): Result<string, StampRefusal> {
  const [of = '', at = '', id = '', signature = ''] = stamp.split('.');
  const expected = Buffer.from(sign(key, `apply ${of}.${at}.${id}`));
  const given = Buffer.from(signature);
  if (of !== corner || given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return refuse({ kind: 'forged' });
  }
  const ageMs = nowMs - Number(at);
  if (ageMs < floodLimits.shortestMs) return refuse({ kind: 'too-quick' });
  return ageMs > floodLimits.longestMs ? refuse({ kind: 'too-old' }) : accept(id);
}

/** The secret of the status page: 256 bits that follow from the application, behind its corner. */
export function tokenOfApplication(key: FormKey, corner: string, applicationId: string): string {
  return `${corner}.${sign(key, `application ${corner} ${applicationId}`)}`;
}

/** The corner of a token; nothing when it has not the shape of one. */
export function cornerOfToken(token: string): string | undefined {
  return /^(0[1-9]|[1-3]\d|4[0-7])\.[\w-]{43}$/u.exec(token)?.[1];
}

/** What the database keeps of a token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
