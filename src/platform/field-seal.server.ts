import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Version of the way values are sealed; it stands before every value, so that another way can come beside this one. */
const VERSION = 'v1';
const KEY_BYTES = 32;
const MARK_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The value was sealed by another secret, or changed since: nothing is shown rather than something wrong. */
export class SealBroken extends Error {}

/** Seals single fields of a row so that the database alone does not tell them. `about` ties a value to its place. */
export type FieldSeal = {
  readonly seal: (text: string, about: readonly string[]) => string;
  readonly open: (sealed: string, about: readonly string[]) => string;
  /** How every value begins that the present secret sealed. */
  readonly prefix: string;
};

/**
 * AES-256-GCM with a key derived from the desk's secret by HKDF-SHA-256 (SEC-05: field encryption, key apart from data).
 * A value is `v1.mark.data`: the mark tells which secret sealed it, without telling anything of the secret. What the
 * secret before sealed is still opened, and sealed by the present one when it is written again.
 */
export function createFieldSeal(secret: string, before?: string): FieldSeal {
  const { key, mark } = keyOf(secret);
  const known = before === undefined ? [{ key, mark }] : [{ key, mark }, keyOf(before)];
  return {
    prefix: `${VERSION}.${mark}.`,
    seal(text, about) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(placeOf(about));
      const data = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${VERSION}.${mark}.${data.toString('base64url')}`;
    },
    open(sealed, about) {
      const [version, by, data = ''] = sealed.split('.');
      if (version !== VERSION) throw new SealBroken(`a value sealed in the way ${version}`);
      const opener = known.find((each) => each.mark === by);
      if (!opener) throw new SealBroken('a value sealed by another TAKUMI_SECRET');
      const bytes = Buffer.from(data, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', opener.key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(placeOf(about)).setAuthTag(bytes.subarray(-TAG_BYTES));
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new SealBroken('a sealed value that was changed or moved', { cause });
      }
    },
  };
}

function keyOf(secret: string): { readonly key: Buffer; readonly mark: string } {
  const derive = (info: string, length: number) => Buffer.from(hkdfSync('sha256', secret, 'takumi-desk', info, length));
  return {
    key: derive('field-seal v1 key', KEY_BYTES),
    mark: derive('field-seal v1 mark', MARK_BYTES).toString('hex'),
  };
}

function placeOf(about: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(about));
}
