import { expect, test } from 'vitest';
import { checkRecommender, findKinshipDegree, type RecommenderFacts } from './recommender.ts';

const thirdParty: RecommenderFacts = {
  employer: null,
  recommenderKind: 'third-party',
  recommenderRelation: '元同僚',
  recommenderKin: false,
};

test.each([
  ['a third party who is no kin', {}, undefined],
  ['kin by the answer', { recommenderKin: true }, 'kin'],
  ['a spouse', { recommenderRelation: '妻' }, 'relation-says-kin'],
  ['kin of the first degree', { recommenderRelation: '長男' }, 'relation-says-kin'],
  ['kin of the second degree', { recommenderRelation: '本人の 兄' }, 'relation-says-kin'],
  ['kin of the third degree', { recommenderRelation: '叔父' }, undefined],
  ['a third party for somebody employed', { employer: '架空精機' }, 'employed'],
  ['an employer of somebody without one', { recommenderKind: 'employer' }, 'not-employed'],
  [
    'the head of a family firm',
    { recommenderKind: 'employer', employer: '架空工務店', recommenderKin: true },
    undefined,
  ],
  ['nobody yet', { recommenderKind: null }, undefined],
] as const)('%s as recommender [domain.md §5.1]', (_, changes, refusal) => {
  expect(checkRecommender({ ...thirdParty, ...changes })?.kind).toBe(refusal);
});

test.each([
  ['配偶者', 0],
  ['母', 1],
  ['祖父', 2],
  ['甥', 3],
  ['いとこ', 4],
  ['兄弟子', undefined],
  ['親方', undefined],
])('%s is kin of degree %s', (relation, degree) => {
  expect(findKinshipDegree(relation)).toBe(degree);
});
