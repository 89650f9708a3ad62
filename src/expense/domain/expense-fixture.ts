import { yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { ExpenseRate } from './expense-rate.ts';

/** A rate table for tests; its figures are invented, as every corner has its own. */
export function aRate(changes: Partial<ExpenseRate> = {}): ExpenseRate {
  return {
    id: 'rate-1',
    fiscalYear: 2022,
    validFrom: plainDate('2022-04-01'),
    revision: 1,
    basis: '架空コーナー 謝金等支給要領',
    honorariumPerHourYen: {
      meister: yenOf(5000),
      'skilled-worker': yenOf(4500),
      medalist: yenOf(5000),
      'senior-advisor': null,
    },
    travel: { perKilometreYen: yenOf(37), fares: { '352012': yenOf(2480) } },
    materialCapYen: {
      'practical-instruction': yenOf(2000),
      'appeal-session': yenOf(1500),
      'skilled-worker-dispatch': yenOf(2000),
      'medalist-talk': null,
      'support-station': yenOf(1000),
      'hands-on-class': yenOf(1000),
    },
    textPerPageYen: yenOf(2000),
    withheldItems: ['honorarium', 'text-writing'],
    ...changes,
  };
}
