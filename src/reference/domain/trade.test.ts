import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import data from '../data/trades.json' with { type: 'json' };
import { findTrade, listTrades, suggestTrade } from './trade.ts';

const TODAY = plainDate('2026-11-21');

test.each([
  ['建設', 32],
  ['窯業・土石', 1],
  ['金属加工', 19],
  ['一般機械器具', 12],
  ['電気・精密機械器具', 8],
  ['食料品', 7],
  ['衣服・繊維製品', 8],
  ['木材・木製品・紙加工品', 6],
  ['プラスチック', 2],
])('the group %s has %i trades [domain.md §8]', (group, count) => {
  expect(listTrades(TODAY).filter((trade) => trade.group === group)).toHaveLength(count);
});

test('25 trades have a special grade [domain.md §8]', () => {
  expect(listTrades(TODAY).filter(({ specialGrade }) => specialGrade)).toHaveLength(25);
});

test('every code, name and official number is given once', () => {
  for (const key of ['code', 'name', 'number'] as const) {
    const values = data.items.map((trade) => trade[key]).filter((value) => value !== null);
    expect(new Set(values).size, key).toBe(values.length);
  }
});

test('every broader trade is a trade', () => {
  const broader = data.items.map((trade) => trade.broader).filter((code) => code !== null);
  expect(broader.filter((code) => findTrade(code) === undefined)).toEqual([]);
});

test('every trade of the contests and of the desk is known [domain.md §6, §8]', () => {
  const names = (
    '機械組立て プラスチック金型 精密機器組立て メカトロニクス 機械製図 旋盤 フライス盤 構造物鉄工 電気溶接 試作モデル製作 タイル張り 自動車板金 ' +
    '曲げ板金 配管 電子機器組立て 電工 工場電気設備 石工 左官 家具 建具 建築大工 貴金属装身具 フラワー装飾 美容 理容 洋裁 洋菓子製造 自動車工 ' +
    '西洋料理 造園 和裁 日本料理 レストランサービス 車体塗装 冷凍空調技術 ITネットワークシステム管理 情報ネットワーク施工 ウェブデザイン とび ' +
    '時計修理 移動式ロボット 機械製図(CAD) 電子回路組立て 電気工事 木材加工 自動車整備 業務用ITソフトウェア・ソリューションズ ' +
    'グラフィックデザイン ロボットソフト組込み 化学分析 溶接 菓子製造 クラウドコンピューティング サイバーセキュリティ ' +
    'モバイルアプリケーション開発 3Dデジタルゲームアート AI・機械学習 データサイエンス(ビッグデータ)'
  ).split(' ');
  expect(names.filter((name) => findTrade(name, TODAY) === undefined)).toEqual([]);
});

test.each(['日本料理', '西洋料理', 'フラワー装飾', '化学分析'])(
  '%s is taught by skilled workers, not Meister',
  (name) => {
    expect(findTrade(name)?.meisterTrade).toBe(false);
  },
);

test.each([
  ['062', '造園'],
  ['003', '鋳造'],
  ['zoen', '造園'],
  ['溶接', '電気溶接'],
  ['メッキ', 'めっき'],
  ['電子機器組立', '電子機器組立て'],
  ['機械　プラント製図', '機械・プラント製図'],
  ['ﾌﾗｲｽ盤', 'フライス盤'],
  ['ＩＴネットワークシステム管理', 'ITネットワークシステム管理'],
])('finds by %s the trade %s', (key, name) => {
  expect(findTrade(key)?.name).toBe(name);
});

test.each([
  ['放電加工', '2023-03-31', '放電加工'],
  ['放電加工', '2023-04-01', '非接触除去加工'],
  ['非接触除去加工', '2023-04-01', '非接触除去加工'],
  ['非接触除去加工', '2023-03-31', undefined],
  ['クラウドコンピューティング', '2022-09-30', undefined],
  ['クラウドコンピューティング', '2022-10-01', 'クラウドコンピューティング'],
])('on the day, %s of %s is %s [DAT-40]', (name, on, expected) => {
  expect(findTrade(name, plainDate(on))?.name).toBe(expected);
});

test('a renamed trade stays readable without a day', () => {
  expect(findTrade('放電加工')?.code).toBe('hoden-kako');
});

test.each([
  ['電機溶接', '電気溶接'],
  ['機械加エ', '機械加工'],
  ['機会加工', '機械加工'],
  ['普通旋盤作業', '旋盤'],
  ['溶接工', '電気溶接'],
  ['木工', '機械木工'],
  ['左宮', '左官'],
  ['放電加工', '非接触除去加工'],
])('suggests for %s the trade %s', (text, name) => {
  expect(suggestTrade(text)?.name).toBe(name);
});

test('suggests nothing for a text that resembles no trade', () => {
  expect(suggestTrade('')).toBeUndefined();
  expect(suggestTrade('営業')).toBeUndefined();
});
