import type { Page } from '@playwright/test';
import type { DemonstrationRole } from '../fixtures.ts';
import { samples } from './addresses.ts';
import type { Sample } from './sample.ts';

type Walk = {
  readonly page: Page;
  readonly signIn: (role: DemonstrationRole) => Promise<void>;
  /** Which pages are opened. */
  readonly among: (path: string, sample: Sample) => boolean;
};

/** Opens pages one after the other, each as somebody who may, and looks at each. */
export async function walkPages({ page, signIn, among }: Walk, look: (path: string) => Promise<void>): Promise<void> {
  const chosen = Object.entries(samples).filter(([path, sample]) => among(path, sample));
  for (const [role, pages] of Map.groupBy(chosen, ([, sample]) => sample.role)) {
    await page.context().clearCookies();
    if (role !== 'nobody') await signIn(role);
    for (const [path, sample] of pages) {
      await sample.open(page);
      await look(path);
    }
  }
}
