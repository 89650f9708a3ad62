import { expect, test } from 'vitest';
import { listPrefectures } from '#reference/domain/prefecture.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { layOutSendMap, MAP_WIDTH } from './send-map.ts';

const [shimonoseki, ube, yamaguchi] = ['352012', '352021', '352039'] as const;

test('a map shows who sends how many sessions where, wider lines for more of them [A11-10]', () => {
  const map = layOutSendMap('35', [
    { from: ube, to: yamaguchi, sessions: 5 },
    { from: shimonoseki, to: yamaguchi, sessions: 1 },
    { from: yamaguchi, to: yamaguchi, sessions: 2 },
  ]);
  const place = map.places.find(({ code }) => code === yamaguchi);
  expect(place).toMatchObject({ name: '山口市', sent: 2, received: 8 });
  expect(map.lines.map(({ key, sessions }) => [key, sessions])).toEqual([
    [`${ube}-${yamaguchi}`, 5],
    [`${shimonoseki}-${yamaguchi}`, 1],
  ]);
  expect(map.lines[0]?.width).toBeGreaterThan(map.lines[1]?.width ?? 0);
  expect(map.ground).toHaveLength(listMunicipalities('35').length - 3);
});

test('north is above and east is right', () => {
  const { places } = layOutSendMap('35', [{ from: shimonoseki, to: yamaguchi, sessions: 1 }]);
  const west = places.find(({ code }) => code === shimonoseki);
  const east = places.find(({ code }) => code === yamaguchi);
  expect(west?.x).toBeLessThan(east?.x ?? 0);
  expect(west?.y).toBeGreaterThan(east?.y ?? 0);
});

test('every prefecture fits into its picture, and no name is drawn over another one', () => {
  for (const { code } of listPrefectures()) {
    const codes = listMunicipalities(code).map((each) => each.code);
    const hub = codes[0] ?? '';
    const map = layOutSendMap(
      code,
      codes.map((from) => ({ from, to: hub, sessions: 1 })),
    );
    const points = [...map.ground, ...map.places];
    expect(points.every(({ x, y }) => x >= 0 && x <= MAP_WIDTH && y >= 0 && y <= map.height)).toBe(true);
    const labels = map.places.flatMap(({ label, name }) => (label ? [{ ...label, width: [...name].length * 13 }] : []));
    for (const [index, one] of labels.entries()) {
      const left = (each: (typeof labels)[number]) =>
        each.anchor === 'start' ? each.x : each.anchor === 'end' ? each.x - each.width : each.x - each.width / 2;
      const over = labels
        .slice(index + 1)
        .filter(
          (other) =>
            Math.abs(other.y - one.y) < 12 &&
            left(one) < left(other) + other.width &&
            left(other) < left(one) + one.width,
        );
      expect(over).toEqual([]);
    }
  }
});

test('far islands are drawn only when somebody is sent there', () => {
  const [ogasawara, chiyoda] = ['134210', '131016'];
  expect(layOutSendMap('13', []).height).toBeLessThan(400);
  const map = layOutSendMap('13', [{ from: chiyoda ?? '', to: ogasawara ?? '', sessions: 1 }]);
  expect(map.places.map(({ name }) => name)).toContain('小笠原村');
});

test('a place that nobody knows is left out, and nothing to show is still a map', () => {
  expect(layOutSendMap('35', [{ from: 'nowhere', to: ube, sessions: 1 }])).toMatchObject({ lines: [], places: [] });
});
