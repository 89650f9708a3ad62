import type { Weights } from '../constraint.ts';

/** The weights that a corner starts with, every named constraint on. */
export const allWeights: Weights = {
  'unserved-session': 300,
  'plan-target': 200,
  'travel-distance': 1,
  budget: 50,
  continuity: 40,
  fairness: 2,
  dormancy: 30,
  'month-spread': 20,
  'new-alone': 25,
  stability: 100,
};

/** Only what makes a flow: sessions that are not held, kilometres, and an even share of the work. */
export const flowWeights: Weights = {
  ...allWeights,
  'plan-target': 0,
  budget: 0,
  continuity: 0,
  dormancy: 0,
  'month-spread': 0,
  'new-alone': 0,
  stability: 0,
};
