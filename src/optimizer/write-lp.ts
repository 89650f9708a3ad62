import type { LinearModel } from './sparse-model.ts';

/**
 * CPLEX LP text of a model, as cbc, glpsol and HiGHS read it. The constant is a column fixed at 1, so that everybody
 * reports the same objective. Lines stay under 255 characters.
 */
export function writeLp(model: LinearModel): string {
  const lines = ['Minimize', ...wrap(' obj:', objectiveTerms(model)), 'Subject To'];
  model.rowNames.forEach((name, row) => lines.push(...rowLines(model, name, row)));
  lines.push('Bounds', ' one = 1');
  model.columnNames.forEach((name, column) => lines.push(boundLine(model, name, column)));
  const whole = model.columnNames.filter((_, column) => model.integer[column] === 1);
  if (whole.length > 0) lines.push('Generals', ...wrap('', whole));
  return `${[...lines, 'End'].join('\n')}\n`;
}

function objectiveTerms(model: LinearModel): string[] {
  const terms = model.columnNames.flatMap((name, column) => {
    const cost = model.cost[column] ?? 0;
    return cost === 0 ? [] : [term(cost, name)];
  });
  return [term(model.offset, 'one'), ...terms];
}

function term(factor: number, name: string): string {
  const size = Math.abs(factor);
  return `${factor < 0 ? '-' : '+'} ${size === 1 ? '' : `${size} `}${name}`;
}

function rowLines(model: LinearModel, name: string, row: number): string[] {
  const start = model.starts[row] ?? 0;
  const end = model.starts[row + 1] ?? start;
  const terms: string[] = [];
  for (let at = start; at < end; at++) {
    terms.push(term(model.values[at] ?? 0, model.columnNames[model.indices[at] ?? 0] ?? ''));
  }
  const lower = model.rowLower[row] ?? -Infinity;
  const upper = model.rowUpper[row] ?? Infinity;
  if (lower === upper) return wrap(` ${name}:`, [...terms, `= ${upper}`]);
  return upper === Infinity
    ? wrap(` ${name}:`, [...terms, `>= ${lower}`])
    : wrap(` ${name}:`, [...terms, `<= ${upper}`]);
}

function boundLine(model: LinearModel, name: string, column: number): string {
  const lower = model.columnLower[column] ?? 0;
  const upper = model.columnUpper[column] ?? Infinity;
  if (lower === upper) return ` ${name} = ${lower}`;
  return upper === Infinity ? ` ${name} >= ${lower}` : ` ${lower} <= ${name} <= ${upper}`;
}

function wrap(head: string, words: readonly string[]): string[] {
  const lines: string[] = [];
  let line = head;
  for (const word of words) {
    if (line.length + word.length > 200) {
      lines.push(line);
      line = '';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
