import { foldSearchText } from '#kernel/japanese-text.ts';
import { NUMBER_PLACEHOLDER, type LetterOutline } from './letter-outline.ts';

/** Where a line of a template stands: in the text, in the head or foot of a page, or where nothing is filled in. */
export type TemplatePlace = 'body' | 'margin' | 'elsewhere';

/** A line of a template, as somebody reads it. */
export type TemplateLine = { readonly place: TemplatePlace; readonly text: string };

/** What is wrong with the placeholders of a template. */
export type TemplateProblem =
  | { readonly kind: 'unknown-placeholder'; readonly written: string; readonly near: string | undefined }
  | { readonly kind: 'outside-loop'; readonly written: string; readonly loop: string }
  | { readonly kind: 'unknown-loop'; readonly written: string; readonly near: string | undefined }
  | { readonly kind: 'loop-not-closed'; readonly loop: string }
  | { readonly kind: 'loop-not-opened'; readonly loop: string }
  | { readonly kind: 'loop-as-text'; readonly loop: string }
  | { readonly kind: 'brace-not-closed'; readonly line: string }
  | { readonly kind: 'brace-not-opened'; readonly line: string }
  | { readonly kind: 'wide-braces'; readonly written: string }
  | { readonly kind: 'in-margin'; readonly written: string }
  | { readonly kind: 'out-of-place'; readonly written: string }
  | { readonly kind: 'no-number' };

/** Everything that is wrong with the placeholders of a template, in the order of the text, each once. */
export function checkTemplateTags(form: LetterOutline, lines: readonly TemplateLine[]): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  let hasNumber = false;
  for (const place of ['margin', 'body', 'elsewhere'] as const) {
    const walk: Walk = { form, open: [], problems };
    for (const { text } of lines.filter((line) => line.place === place)) {
      const written = checkBraces(form, text, problems);
      if (place === 'elsewhere')
        problems.push(...written.map((tag) => ({ kind: 'out-of-place', written: tag }) as const));
      else if (place === 'margin' && form.bound)
        problems.push(...written.map((tag) => ({ kind: 'in-margin', written: tag }) as const));
      else written.forEach((tag) => checkTag(walk, tag));
      hasNumber ||= place !== 'elsewhere' && written.includes(NUMBER_PLACEHOLDER);
    }
    problems.push(...walk.open.map((loop) => ({ kind: 'loop-not-closed', loop }) as const));
  }
  if (form.numbered && !hasNumber) problems.push({ kind: 'no-number' });
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** The names between the braces of a line. Braces without their other half are problems, and wide ones around a name. */
function checkBraces(form: LetterOutline, text: string, problems: TemplateProblem[]): readonly string[] {
  const mixed = [...text.matchAll(/｛[^{}｛｝]*\}|\{[^{}｛｝]*｝/gu)].map(([written]) => written);
  const wide = [...text.matchAll(/｛[#/]?([^{}｛｝]*)｝/gu)].filter(([, name = '']) => isMeant(form, name));
  problems.push(
    ...[...wide.map(([written]) => written), ...mixed].map((written) => ({ kind: 'wide-braces', written }) as const),
  );
  const line = text.replaceAll(/｛[^{}｛｝]*\}|\{[^{}｛｝]*｝/gu, '');
  const rest = line.replaceAll(/\{[^{}]*\}/gu, '');
  if (rest.includes('{')) problems.push({ kind: 'brace-not-closed', line: text.trim() });
  else if (rest.includes('}')) problems.push({ kind: 'brace-not-opened', line: text.trim() });
  return [...line.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name.trim());
}

/** Whether a name, however wide, is one of the letter's: other words may stand in wide braces. */
function isMeant({ placeholders, loops }: LetterOutline, written: string): boolean {
  const known = [...placeholders, ...loops, ...loops.flatMap((loop) => loop.placeholders)];
  return known.some(({ name }) => fold(name) === fold(written));
}

type Walk = { readonly form: LetterOutline; readonly open: string[]; readonly problems: TemplateProblem[] };

function checkTag({ form, open, problems }: Walk, tag: string): void {
  const name = tag.slice(1).trim();
  if (tag.startsWith('#')) {
    const loops = form.loops.map((loop) => loop.name);
    if (!loops.includes(name)) problems.push({ kind: 'unknown-loop', written: name, near: findNear(name, loops) });
    open.push(name);
  } else if (tag.startsWith('/')) {
    // As Word's own fields do, {/} closes what was opened last.
    const last = open.at(-1);
    if (last === undefined || (name !== '' && name !== last)) problems.push({ kind: 'loop-not-opened', loop: name });
    else open.pop();
  } else {
    const problem = judgePlaceholder(form, tag, open);
    if (problem) problems.push(problem);
  }
}

function judgePlaceholder(form: LetterOutline, written: string, open: readonly string[]): TemplateProblem | undefined {
  const isNamed = ({ name }: { readonly name: string }) => name === written;
  if (form.placeholders.some(isNamed)) return undefined;
  const loop = form.loops.find(({ placeholders }) => placeholders.some(isNamed));
  if (loop) return open.includes(loop.name) ? undefined : { kind: 'outside-loop', written, loop: loop.name };
  if (form.loops.some(isNamed)) return { kind: 'loop-as-text', loop: written };
  const known = [...form.placeholders, ...form.loops.flatMap(({ placeholders }) => placeholders)];
  return {
    kind: 'unknown-placeholder',
    written,
    near: findNear(
      written,
      known.map(({ name }) => name),
    ),
  };
}

/** The known name that somebody most likely meant: equal but for width and spaces, or at most two characters apart. */
function findNear(written: string, known: readonly string[]): string | undefined {
  const folded = fold(written);
  const same = known.find((name) => fold(name) === folded);
  if (same !== undefined || folded === '') return same;
  const nearest = known
    .map((name) => ({ name, away: distance(folded, fold(name)) }))
    .filter(({ name, away }) => away <= 2 && away < name.length)
    .toSorted((one, other) => one.away - other.away);
  return nearest[0]?.name ?? known.find((name) => fold(name).includes(folded) || folded.includes(fold(name)));
}

function fold(name: string): string {
  return foldSearchText(name).replaceAll(/[\s・、,.[\]()]/gu, '');
}

/** How many characters are to be put in, taken out or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const changed = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
