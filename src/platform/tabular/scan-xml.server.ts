import type { Result } from '#kernel/result.ts';
import { XML_TOKEN_LENGTH_MAX } from './limits.ts';
import type { TableProblem } from './raw-table.ts';

/** Receives the pieces of an XML part. Names come without prefix; `attributes` is the raw text for `readAttribute`. */
export type XmlHandler = {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
  /** Asked after every chunk: a problem or 'enough' stops the reading. */
  readonly outcome: () => TableProblem | 'enough' | undefined;
};

/**
 * Reads XML chunk by chunk without building a tree. A document type declaration, which no workbook has and entity
 * attacks need, counts as broken.
 */
export async function scanXml(
  part: string,
  chunks: AsyncIterable<Result<Uint8Array, TableProblem>>,
  handler: XmlHandler,
): Promise<TableProblem | undefined> {
  const broken: TableProblem = { kind: 'broken-workbook', part };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const { balanced, isBalanced, isComplete } = balanceTags(handler);
  let rest = '';
  for await (const chunk of chunks) {
    if (!chunk.ok) return chunk.refusal;
    try {
      rest += decoder.decode(chunk.value, { stream: true });
    } catch {
      return broken;
    }
    const used = scanTokens(rest, balanced);
    if (used === undefined || !isBalanced() || rest.length - used > XML_TOKEN_LENGTH_MAX) return broken;
    rest = rest.slice(used);
    const outcome = handler.outcome();
    if (outcome !== undefined) return outcome === 'enough' ? undefined : outcome;
  }
  return rest.trim() === '' && isComplete() ? undefined : broken;
}

/** Watches that every tag is closed in turn: rows after a missing end tag would be lost without a word. */
function balanceTags(handler: XmlHandler) {
  const openNames: string[] = [];
  let matching = true;
  const balanced: XmlHandler = {
    ...handler,
    open(name, attributes) {
      openNames.push(name);
      handler.open(name, attributes);
    },
    close(name) {
      if (openNames.pop() !== name) matching = false;
      handler.close(name);
    },
  };
  return { balanced, isBalanced: () => matching, isComplete: () => openNames.length === 0 };
}

/** Handles every complete token and answers where the incomplete rest begins; undefined when the XML is not allowed. */
function scanTokens(source: string, handler: XmlHandler): number | undefined {
  let at = 0;
  for (;;) {
    const opening = source.indexOf('<', at);
    if (opening === -1) return at;
    if (opening > at) handler.text(decodeEntities(source.slice(at, opening)));
    at = opening;
    const end = findTokenEnd(source, opening);
    if (end === undefined) return undefined;
    if (end === -1) return at;
    handleToken(source.slice(opening + 1, end - 1), handler);
    at = end;
  }
}

/** The index after a token; -1 when more is to come; undefined for a declaration. */
function findTokenEnd(source: string, opening: number): number | undefined {
  const kind = source[opening + 1];
  if (kind === '?') return indexAfter(source, '?>', opening);
  if (kind !== '!') return findTagEnd(source, opening);
  if (source.startsWith('<!--', opening)) return indexAfter(source, '-->', opening + 4);
  if (source.startsWith('<![CDATA[', opening)) return indexAfter(source, ']]>', opening);
  return source.length - opening < '<![CDATA['.length ? -1 : undefined;
}

function indexAfter(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
}

function findTagEnd(source: string, opening: number): number {
  let quote = 0;
  for (let at = opening + 1; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) {
      quote = code;
    } else if (code === 62) {
      return at + 1;
    }
  }
  return -1;
}

function handleToken(content: string, handler: XmlHandler): void {
  if (content.startsWith('?') || content.startsWith('!--')) return;
  if (content.startsWith('![CDATA[')) return handler.text(content.slice(8, -2));
  if (content.startsWith('/')) return handler.close(localName(content.slice(1).trimEnd()));
  const empty = content.endsWith('/');
  const gap = content.search(/[\s/]/);
  const name = localName(gap === -1 ? content : content.slice(0, gap));
  handler.open(name, gap === -1 ? '' : content.slice(gap));
  if (empty) handler.close(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute by its local name, from the raw text of an opening tag. */
export function readAttribute(attributes: string, name: string): string | undefined {
  const plain = attributes.indexOf(` ${name}="`);
  if (plain !== -1) {
    const start = plain + name.length + 3;
    return decodeEntities(attributes.slice(start, attributes.indexOf('"', start)));
  }
  if (!attributes.includes(name)) return undefined;
  for (const [, found, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (localName(found ?? '') === name) return decodeEntities(double ?? single ?? '');
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
