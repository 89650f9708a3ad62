import type { Locator, Page } from '@playwright/test';

/** Label of a field as the form writes it: the header, then whether it must be filled in. */
function labelOf(header: string): RegExp {
  return new RegExp(`^${header.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)}※(?:必須|任意)`, 'u');
}

/** The control of a field, or the group of its choices. */
export async function findField(page: Page, header: string): Promise<Locator> {
  const group = page.locator('fieldset fieldset').filter({
    has: page.locator('legend', { hasText: labelOf(header) }),
  });
  return (await group.count()) > 0 ? group : page.locator('form').getByLabel(labelOf(header));
}

/** Fills in a field as a person does: writes, chooses from the list or ticks. */
export async function fillField(page: Page, header: string, value: string): Promise<void> {
  const field = await findField(page, header);
  const kind = await field.evaluate((element) => element.tagName);
  if (kind === 'SELECT') await field.selectOption({ label: value });
  else if (kind === 'FIELDSET') await field.getByLabel(value, { exact: true }).check();
  else await field.fill(value);
}

export async function fillForm(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [header, value] of Object.entries(values)) await fillField(page, header, value);
}

/** What a form holds at the moment, by header. */
export async function readForm(page: Page, headers: readonly string[]): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const header of headers) {
    const field = await findField(page, header);
    values[header] = await field.evaluate((element) => {
      if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text ?? '';
      if (element instanceof HTMLFieldSetElement)
        return element.querySelector('input:checked')?.closest('label')?.textContent?.trim() ?? '';
      return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '';
    });
  }
  return values;
}
