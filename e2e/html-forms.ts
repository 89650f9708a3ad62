/** One control of a form as it stands in the page. */
export type Control = {
  readonly name: string;
  readonly kind: 'text' | 'choice' | 'hidden' | 'button' | 'file';
  readonly value: string;
};

/** A form that is posted, with where it goes and what it would send untouched. */
export type PostForm = { readonly action: string; readonly controls: readonly Control[] };

/** Reads the posted forms of a page as a browser without JavaScript sees them. */
export function formsIn(html: string, pageAddress: string): readonly PostForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gsu)]
    .filter(([, attributes = '']) => attributeOf(attributes, 'method')?.toLowerCase() === 'post')
    .map(([, attributes = '', content = '']) => ({
      action: attributeOf(attributes, 'action') || pageAddress,
      controls: controlsIn(content),
    }));
}

/** What a browser would send of a form after `change`: the given value, or the one that stands there. Files stay out. */
export function fieldsOf(
  { controls }: PostForm,
  change: (control: Control) => string | undefined,
): readonly (readonly [string, string])[] {
  return controls
    .filter(({ kind }) => kind !== 'file')
    .map((control) => [control.name, change(control) ?? control.value]);
}

/** The names of the texts that a page marks as refused. */
export function refusedNamesIn(html: string): readonly string[] {
  return [...html.matchAll(/<(?:input|textarea)\b([^>]*\saria-invalid="true"[^>]*)>/gu)].flatMap(
    ([, attributes = '']) => attributeOf(attributes, 'name') ?? [],
  );
}

function controlsIn(content: string): readonly Control[] {
  const inputs = [...content.matchAll(/<(input|button)\b([^>]*)>/gu)].flatMap(([, tag, attributes = '']) => {
    const name = attributeOf(attributes, 'name');
    const type = attributeOf(attributes, 'type') ?? (tag === 'button' ? 'submit' : 'text');
    if (!name || (isTicked(type) && !/\schecked\b/u.test(attributes))) return [];
    return [{ name, kind: kindOf(type), value: attributeOf(attributes, 'value') ?? '' }];
  });
  const areas = [...content.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gsu)].map(
    ([, attributes = '', text = '']) => ({
      name: attributeOf(attributes, 'name') ?? '',
      kind: 'text' as const,
      value: decode(text.replace(/^\n/u, '')),
    }),
  );
  const selects = [...content.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gsu)].map(
    ([, attributes = '', options = '']) => {
      const [, chosen = ''] = /<option\b([^>]*\sselected\b[^>]*)>/u.exec(options) ?? [];
      return {
        name: attributeOf(attributes, 'name') ?? '',
        kind: 'choice' as const,
        value: attributeOf(chosen, 'value') ?? '',
      };
    },
  );
  return [...inputs, ...areas, ...selects];
}

function isTicked(type: string): boolean {
  return type === 'radio' || type === 'checkbox';
}

function kindOf(type: string): Control['kind'] {
  if (type === 'hidden') return 'hidden';
  if (type === 'submit') return 'button';
  if (type === 'file') return 'file';
  return isTicked(type) ? 'choice' : 'text';
}

function attributeOf(attributes: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(` ${attributes}`) ?? [];
  return value === undefined ? undefined : decode(value);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name ?? ''] ?? whole);
    },
  );
}
