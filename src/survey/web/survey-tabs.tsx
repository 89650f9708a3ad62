import { TabLinks } from '#ui/tab-links.tsx';
import { surveyText as words } from '../text.ts';

const views = [
  { view: 'visit', label: words.byVisit },
  { view: 'instructor', label: words.byInstructor },
  { view: 'class', label: words.byClass },
] as const;

export type SurveyView = (typeof views)[number]['view'];

/** The view that an address names; 派遣ごと where it names none. */
export function toView(text: string | null): SurveyView {
  return views.find(({ view }) => view === text)?.view ?? 'visit';
}

/** The units in which results are shown, each with its own address. */
export function SurveyTabs({ base, current }: { readonly base: string; readonly current: SurveyView }) {
  const tabs = views.map(({ view, label }) => ({
    label,
    href: view === 'visit' ? base : `${base}?by=${view}`,
    current: view === current,
  }));
  return (
    <div className="my-4">
      <TabLinks label={words.views} tabs={tabs} />
    </div>
  );
}
