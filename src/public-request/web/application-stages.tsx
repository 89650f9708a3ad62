import { StepNavigation } from '#ui/step-navigation.tsx';
import { publicRequestText as words } from '../text.ts';

const stages = ['input', 'confirm', 'done'] as const;

/** 入力 → 確認 → 完了 (FRM-30). */
export function ApplicationStages({ current }: { readonly current: (typeof stages)[number] }) {
  const here = stages.indexOf(current);
  return (
    <div className="mb-6">
      <StepNavigation
        steps={stages.map((stage, index) => ({
          label: words.steps[stage],
          state: index < here ? ('completed' as const) : index === here ? ('reached' as const) : ('upcoming' as const),
          current: index === here,
        }))}
      />
    </div>
  );
}
