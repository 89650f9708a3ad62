import { readAttribute } from '#platform/tabular/scan-xml.server.ts';
import type { TemplateRefusal } from './domain/template-refusal.ts';

/** A part that runs something, or that holds another file. */
export function findMacro(names: Iterable<string>): TemplateRefusal | undefined {
  for (const name of names) {
    if (/vba|macro|activex|customUI|attachedToolbars/iu.test(name)) return { kind: 'macro', part: name };
    if (/(?:^|\/)embeddings\/|\/afchunk|\.(?:exe|dll|js|vbs|html?|mht|bin)$/iu.test(name))
      return isPrinterSettings(name) ? undefined : { kind: 'embedded', part: name };
  }
  return undefined;
}

/** Word keeps what a printer was set to; nothing runs in it. */
function isPrinterSettings(name: string): boolean {
  return /^word\/printerSettings\/printerSettings\d*\.bin$/u.test(name);
}

const RUNNING =
  /\/(?:attachedTemplate|aFChunk|oleObject|package|control|vbaProject|frame|subDocument|mailMergeSource|mailMergeHeaderSource|recipientData)$/iu;

/** A relation that leads outside, except a link that somebody has to click; and one that would bring in a file. */
export function findForeignTarget(attributes: string): TemplateRefusal | undefined {
  const target = readAttribute(attributes, 'Target') ?? '';
  const type = readAttribute(attributes, 'Type') ?? '';
  const external = readAttribute(attributes, 'TargetMode')?.trim().toLowerCase() === 'external';
  if (external && type.endsWith('/hyperlink') && /^(?:https?:|mailto:|tel:)/iu.test(target)) return undefined;
  const outside = external || /^[a-z][a-z\d+.-]*:|^\\\\|^\/\//iu.test(target);
  if (outside) return { kind: 'external', target };
  return RUNNING.test(type) ? { kind: 'embedded', part: target } : undefined;
}

/** The content type of each part that is named, from [Content_Types].xml. */
export function readPartTypes(xml: string): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const [, element, attributes = ''] of xml.matchAll(/<(?:\w+:)?(Override|Default)\s([^>]*)>/gu)) {
    const key = readAttribute(` ${attributes}`, element === 'Override' ? 'PartName' : 'Extension') ?? '';
    types.set(key, readAttribute(` ${attributes}`, 'ContentType') ?? '');
  }
  return types;
}
