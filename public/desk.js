// Small comforts for people with JavaScript. Everything works without this file.

// "/" puts the cursor into the search box, unless something is being typed.
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || typing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector('header input[type="search"]');
  if (!(box instanceof HTMLElement)) return;
  event.preventDefault();
  box.focus();
});

// Enter that only confirms a kanji conversion does not send the form (ENV-06).
document.addEventListener(
  'keydown',
  (event) => {
    // Some browsers say by the key code alone that the key went to the input method.
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  },
  true,
);

// A second press while the first is under way sends nothing; the server would answer the same anyway.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'true';
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// One menu open at a time; Escape or a press elsewhere closes it.
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details[name="header-menu"][open]')) {
    if (!menu.contains(event.target)) menu.removeAttribute('open');
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details[name="header-menu"][open]')) {
    menu.removeAttribute('open');
    menu.querySelector('summary')?.focus();
  }
});

// Counts characters as people see them while a limited text is typed (FRM-35). Nothing is cut.
const graphemes = new Intl.Segmenter('ja');
document.addEventListener('input', (event) => {
  const area = event.target;
  if (!(area instanceof HTMLTextAreaElement) || !area.dataset.limit) return;
  const output = area.parentElement?.querySelector('[data-count]');
  if (output) output.textContent = `${[...graphemes.segment(area.value)].length} / ${area.dataset.limit}文字`;
});

// A browser forgets the fields with autocomplete="off" on the way back, so the entry of the history remembers what
// was typed in them (FRM-33). Nothing comes back into a form whose record has changed since.
const typedFields = () => document.querySelectorAll('form[data-once] [autocomplete="off"]');
const versionOf = (field) => field.form?.elements.namedItem('version')?.value;
function rememberTyped() {
  const typed = [...typedFields()].map((field) => ({ id: field.id, version: versionOf(field), value: field.value }));
  if (typed.length > 0) history.replaceState({ ...history.state, typed }, '');
}
document.addEventListener('change', rememberTyped);
addEventListener('pagehide', rememberTyped);
if (performance.getEntriesByType('navigation')[0]?.type === 'back_forward') {
  for (const { id, version, value } of history.state?.typed ?? []) {
    const field = [...typedFields()].find((candidate) => candidate.id === id);
    if (field && versionOf(field) === version) field.value = value;
  }
}

// The words of the foot go into the margin of every printed sheet (ENV-10).
const foot = document.querySelector('.print-footer');
if (foot) document.documentElement.dataset.printedOn = foot.textContent;

// The error summary takes the focus wherever it appears (DES-20).
document.querySelector('[aria-labelledby="error-summary-heading"]')?.focus();

// A grid of sheets is typed in like a spreadsheet: a number goes on to the next cell, Enter too, the arrows move. Enter in the
// first cell of an empty row goes to the button that saves.
document.addEventListener('keydown', (event) => {
  const cell = event.target;
  if (!(cell instanceof HTMLInputElement) || event.isComposing || event.keyCode === 229) return;
  const grid = cell.closest('table[data-grid]');
  if (!grid || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const rows = [...grid.tBodies[0].rows].map((row) => [...row.querySelectorAll('input')]);
  const row = rows.findIndex((cells) => cells.includes(cell));
  const column = rows[row].indexOf(cell);
  const go = (to) => {
    event.preventDefault();
    to?.focus();
    if (to instanceof HTMLInputElement) to.select();
  };
  const atStart = cell.selectionStart === 0;
  const atEnd = cell.selectionEnd === cell.value.length;
  const isWhole = atStart && atEnd;
  if (event.key === 'ArrowDown') go(rows[row + 1]?.[column]);
  else if (event.key === 'ArrowUp') go(rows[row - 1]?.[column]);
  else if (event.key === 'ArrowRight' && atEnd) go(rows[row][column + 1] ?? rows[row + 1]?.[0]);
  else if (event.key === 'ArrowLeft' && (atStart || isWhole)) go(rows[row][column - 1] ?? rows[row - 1]?.at(-1));
  else if (event.key === 'Enter') {
    const isEmpty = column === 0 && rows[row].every(({ value }) => value.trim() === '');
    const save = grid.closest('form')?.querySelector('[data-grid-end]');
    go(isEmpty ? save : (rows[row][column + 1] ?? rows[row + 1]?.[0] ?? save));
  }
});
document.addEventListener('input', (event) => {
  const cell = event.target;
  if (!(cell instanceof HTMLInputElement) || !('digit' in cell.dataset) || event.isComposing) return;
  if (event.inputType !== 'insertText' || !/^[1-9]$/u.test(cell.value)) return;
  const cells = [...cell.closest('tbody').querySelectorAll('input')];
  const next = cells[cells.indexOf(cell) + 1];
  next?.focus();
  next?.select();
});

// What is still going on shows itself anew without the page being opened again; where it ended, the page is.
async function follow(region) {
  const answer = await fetch(location.href).catch(() => undefined);
  const text = answer?.ok ? await answer.text() : undefined;
  const next = text && new DOMParser().parseFromString(text, 'text/html').querySelector('[data-follow]');
  if (text && !next) return location.reload();
  if (next && !region.contains(document.activeElement)) region.replaceChildren(...next.childNodes);
  followLater(region);
}
function followLater(region) {
  setTimeout(() => void follow(region), Number(region.dataset.follow) * 1000);
}
for (const region of document.querySelectorAll('[data-follow]')) followLater(region);
