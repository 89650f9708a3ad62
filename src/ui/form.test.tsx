import { expect, test } from 'vitest';
import { CheckboxField } from './checkbox-field.tsx';
import { CheckboxGroup } from './checkbox-group.tsx';
import { DateField } from './date-field.tsx';
import { DialogPage } from './dialog-page.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FilterBar } from './filter-bar.tsx';
import { RadioField } from './radio-field.tsx';
import { renderPage } from './render-page.fixture.tsx';
import { SelectField } from './select-field.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

function attribute(html: string, tag: string, name: string): string | undefined {
  return new RegExp(`<${tag}\\b[^>]*\\s${name}="([^"]*)"`).exec(html)?.[1];
}

test('label, hint, control and error stand in this order and are tied together [DES-10]', () => {
  const html = renderPage(
    <TextField name="name" label="名称" required hint="正式な名称です。" error="名称を入力してください" />,
  );
  const order = ['名称', '正式な名称です。', '<input', '＊名称を入力してください'].map((part) => html.indexOf(part));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(attribute(html, 'label', 'for')).toBe('field-name');
  expect(attribute(html, 'input', 'id')).toBe('field-name');
  expect(attribute(html, 'input', 'aria-describedby')).toBe('field-name-hint field-name-error');
  expect(attribute(html, 'input', 'aria-invalid')).toBe('true');
  expect(html).toContain('id="field-name-hint"');
  expect(html).toContain('id="field-name-error"');
});

test('a field without hint and error describes nothing and is not invalid [DES-10]', () => {
  const html = renderPage(<TextField name="name" label="名称" required={false} />);
  expect(html).not.toMatch(/aria-(describedby|invalid|required)=/);
});

test.each([
  [true, '※必須'],
  [false, '※任意'],
])('required %s is written as %s [DES-11]', (required, mark) => {
  expect(renderPage(<TextField name="a" label="名称" required={required} />)).toContain(mark);
  expect(renderPage(<RadioField name="a" label="区分" required={required} options={[]} />)).toContain(mark);
});

test('a value that cannot be changed is read-only with the reason, not disabled [DES-09]', () => {
  const html = renderPage(<TextField name="no" label="番号" required readOnlyReason="受付で決まります。" />);
  expect(html).toContain('編集不可：受付で決まります。');
  expect(html).toMatch(/<input[^>]* readOnly=""/i);
  expect(html).not.toContain(' disabled');
});

test('a day is one text control that tells how it may be written [FRM-10]', () => {
  const html = renderPage(<DateField name="on" label="受付日" required />);
  expect(html).toContain('例：2026/11/21、R8.11.21');
  expect(attribute(html, 'input', 'type')).toBe('text');
});

test('a limit is told before typing and never cuts the text [FRM-22][FRM-35]', () => {
  const html = renderPage(<TextArea name="body" label="内容" required={false} limit={500} />);
  expect(html).toContain('500文字まで');
  expect(html).not.toMatch(/maxlength/i);
});

test('choices are a fieldset with a legend, and the error link lands on the first of them [DES-17][DES-20]', () => {
  const options = [
    { value: '1', label: '実技指導' },
    { value: '2', label: '魅力講座' },
  ];
  for (const html of [
    renderPage(
      <RadioField name="kind" label="区分" required options={options} defaultValue="2" error="選んでください" />,
    ),
    renderPage(
      <CheckboxGroup
        name="kind"
        label="区分"
        required
        options={options}
        defaultValues={['2']}
        error="選んでください"
      />,
    ),
  ]) {
    expect(html).toMatch(/<fieldset aria-describedby="field-kind-error"/);
    expect(html).toContain('<legend');
    expect(html).toMatch(/<input[^>]*id="field-kind"[^>]*value="1"/);
    expect(html.match(/checked=""/g)).toHaveLength(1);
    expect(html).toMatch(/<input[^>]*value="2"[^>]*checked=""|<input[^>]*checked=""[^>]*value="2"/);
  }
});

test('a single tick box posts on and carries its error [DES-10]', () => {
  const html = renderPage(<CheckboxField name="ok" label="確認した" error="確認してください" />);
  expect(attribute(html, 'input', 'value')).toBe('on');
  expect(attribute(html, 'input', 'aria-describedby')).toBe('field-ok-error');
});

test('a list starts empty and keeps neighbours of a group together', () => {
  const options = [
    { value: '1', label: '旋盤', group: '金属' },
    { value: '2', label: 'フライス盤', group: '金属' },
    { value: '3', label: '大工', group: '建設' },
    { value: '4', label: 'その他' },
  ];
  const html = renderPage(<SelectField name="trade" label="職種" required options={options} defaultValue="3" />);
  expect(html).toContain('<option value="">選択してください</option>');
  expect(html.match(/<optgroup label="金属">.*?<\/optgroup>/)?.[0]).toContain('フライス盤');
  expect(html.match(/<optgroup/g)).toHaveLength(2);
  expect(html).toMatch(/<option value="3" selected="">/);
});

test('the error summary counts, links to each field with the same words and takes the focus [DES-20]', () => {
  const html = renderPage(
    <>
      <ErrorSummary
        errors={[
          { name: 'name', message: '名称を入力してください' },
          { name: 'kind', message: '区分を選んでください' },
          { message: 'ほかの人が先に変更しました' },
        ]}
      />
      <TextField name="name" label="名称" required error="名称を入力してください" />
    </>,
  );
  expect(html).toContain('入力内容に3件の誤りがあります');
  expect(html).toContain('<a href="#field-name">名称を入力してください</a>');
  expect(html).toContain('id="field-name"');
  expect(html).toMatch(/<section tabindex="-1" autofocus=""/i);
});

test('no errors, no summary', () => {
  expect(renderPage(<ErrorSummary errors={[]} />)).toBe('');
});

test('conditions are a GET form, and each one that is on has a link to take it off', () => {
  const html = renderPage(
    <FilterBar keep={{ sort: 'name' }} active={[{ label: '状態：活動中', removeHref: '/list?q=a' }]} clearHref="/list">
      <TextField name="q" label="氏名" />
    </FilterBar>,
    '/list',
  );
  expect(html).toMatch(/<form[^>]*method="get"/);
  expect(html).toContain('<input type="hidden" name="sort" value="name"/>');
  expect(html).toMatch(/<a[^>]*href="\/list\?q=a"[^>]*>.*状態：活動中/);
  expect(html).not.toContain('※');
});

test('a confirmation is a page with one heading, its target, a POST form and a way back [FRM-31]', () => {
  const html = renderPage(
    <DialogPage
      title="要請を取り下げますか"
      warning="元に戻せません。"
      target={[{ term: '要請', detail: 'R8-0123' }]}
      hidden={{ version: '3' }}
      confirmLabel="取り下げる"
      cancelHref="/requests/1"
    />,
  );
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toMatch(/<form[^>]*method="post"/);
  expect(html).toContain('name="version" value="3"');
  expect(html).toContain('R8-0123');
  expect(html).toMatch(/<button type="submit"[^>]*>取り下げる/);
  expect(html).toMatch(/<a[^>]*href="\/requests\/1"/);
});
