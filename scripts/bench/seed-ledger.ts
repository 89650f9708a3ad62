import type { Pool } from 'pg';
import { kanaSortKey } from '#kernel/japanese-text.ts';
import { instructorSearchText } from '#instructor/instructor-row.server.ts';
import { CORNER } from './seed-visits.ts';

const surnames = [
  '佐々木 ササキ',
  '渡邉 ワタナベ',
  '山田 ヤマダ',
  '高橋 タカハシ',
  '林田 ハヤシダ',
  '佐藤 サトウ',
  '井上 イノウエ',
  '大野 オオノ',
  '小林 コバヤシ',
  '斎藤 サイトウ',
  '中村 ナカムラ',
  '藤原 フジワラ',
  '長谷川 ハセガワ',
  '松浦 マツウラ',
  '桑原 クワバラ',
  '嶋村 シマムラ',
  '濱口 ハマグチ',
  '髙木 タカギ',
  '吉岡 ヨシオカ',
  '三好 ミヨシ',
  '国広 クニヒロ',
];
const givenNames = [
  '太郎 タロウ',
  '健一 ケンイチ',
  '恵子 ケイコ',
  '正 タダシ',
  '京子 キョウコ',
  '隆志 タカシ',
  '洋平 ヨウヘイ',
  '実 ミノル',
  '和夫 カズオ',
  '美咲 ミサキ',
  '勇 イサム',
  '信二 シンジ',
  '修 オサム',
  '由美 ユミ',
  '清 キヨシ',
  '浩之 ヒロユキ',
];
const places = [
  '周防',
  '長門',
  '錦川',
  '秋吉',
  '関門',
  '萩',
  '柳井',
  '光',
  '下松',
  '美祢',
  '徳地',
  '阿武',
  '小郡',
  '宇部',
];
const works = [
  '精機',
  '製作所',
  '工業',
  '造園',
  '建設',
  '左官店',
  '電設',
  '板金',
  '鋳造',
  '木工',
  '塗装',
  '菓子店',
  '印刷',
];
const trades = ['kikai-kako', 'shiage', 'sakan', 'zoen'];

type Person = {
  readonly number: string;
  readonly name: string;
  readonly kana: string;
  readonly text: string;
  readonly trade: string;
};

/** Numbers that look drawn at random and are the same in every run. */
function* draw(): Generator<number, never> {
  let state = 20_221_130;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function listPeople(count: number): readonly Person[] {
  const numbers = draw();
  const pick = (list: readonly string[]) => list[Math.floor(numbers.next().value * list.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const [surname = '', surnameKana = ''] = pick(surnames).split(' ');
    const [given = '', givenKana = ''] = pick(givenNames).split(' ');
    const number = `M-${String(index + 1).padStart(5, '0')}`;
    const [name, nameKana, trade] = [`${surname} ${given}`, `${surnameKana} ${givenKana}`, pick(trades)];
    const employer = `${pick(places)}${pick(places)}${pick(works)}`;
    const text = instructorSearchText({ number, name, nameKana, employer, trades: [trade] });
    return { number, name, kana: nameKana, text, trade };
  });
}

/** One corner with a whole ledger: people with a trade each, and three visits a person over three years. */
export async function seedLedger(owner: Pool, count: number): Promise<void> {
  const people = listPeople(count);
  const columns = [
    people.map(({ number }) => number),
    people.map(({ name }) => name),
    people.map(({ kana }) => kana),
    people.map(({ text }) => text),
    people.map(({ kana }) => kanaSortKey(kana)),
  ];
  await owner.query(
    `insert into instructor (corner_code, instructor_id, number, kind, name, name_kana, municipality_code, search_text, sort_key)
     select '${CORNER}', gen_random_uuid(), number, 'meister', name, kana, '352039', searched, sorted
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as person (number, name, kana, searched, sorted)`,
    columns,
  );
  await owner.query(
    `insert into instructor_trade (corner_code, instructor_id, trade_code)
     select corner_code, instructor_id, trade
     from unnest($1::text[], $2::text[]) as person (number, trade) join instructor using (number)`,
    [columns[0], people.map(({ trade }) => trade)],
  );
  await owner.query(`
    insert into organization (corner_code, organization_id, number, kind, name, municipality_code, search_text, sort_key)
    values ('${CORNER}', gen_random_uuid(), 'O-1', 'sme', '架空精機', '352039', '', '');
    insert into visit (corner_code, visit_id, number, program, organization_id, trade_code, visit_on, trainees, status, search_text)
    select '${CORNER}', gen_random_uuid(), person.number || '/' || n, 'practical-instruction', organization_id, 'sakan',
      make_date(2020 + n, 4, 1) + ascii(right(person.number, 1)), 5, 'held', ''
    from (select number from instructor) as person, organization, generate_series(0, 2) as n;
    insert into visit_instructor (corner_code, visit_id, instructor_id, position)
    select '${CORNER}', visit_id, instructor_id, 0 from visit join instructor on instructor.number = split_part(visit.number, '/', 1)`);
  await owner.query('vacuum analyze');
}
