import { expect, expectAccessible, home, test } from './fixtures.ts';

test('a letter of thanks is made from a held visit, issued with a number and found in the register [DOC-06, DOC-08]', async ({
  page,
  signIn,
}) => {
  await signIn('officer');
  await page.goto(`${home}/visits?status=held`);
  await page.locator(`main table a[href^="${home}/visits/"]`).first().click();
  await page.getByRole('link', { name: '礼状（派遣先）' }).click();
  await expect(page.getByRole('article')).toContainText(/案.*実技指導の実施について（お礼）.*記.*実施日.*以上/su);
  await expectAccessible(page);
  await page.getByRole('button', { name: '発行する' }).click();
  const number = await page.getByRole('rowheader', { name: /^山技振第\d+号$/u }).innerText();
  await page.goto(`${home}/letters?q=${encodeURIComponent(number)}`);
  const row = page.getByRole('row', { name: new RegExp(number, 'u') });
  await expect(row).toContainText('礼状（派遣先）');
  await expect(row.getByRole('link', { name: /お礼/u })).toHaveAttribute('href', /\/visits\/[\w-]{36}$/u);
});
