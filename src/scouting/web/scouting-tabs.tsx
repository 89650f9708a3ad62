import { TabLinks } from '#ui/tab-links.tsx';
import { scoutingText as words } from '../text.ts';

type ScoutingTabsProps = {
  readonly base: string;
  readonly current: 'list' | 'calendar' | 'route' | 'leads' | 'territories';
};

/** The views of 開拓, each with its own address. */
export function ScoutingTabs({ base, current }: ScoutingTabsProps) {
  const tab = (name: ScoutingTabsProps['current'], label: string, path: string) => ({
    label,
    href: `${base}${path}`,
    current: name === current,
  });
  return (
    <div className="mb-4">
      <TabLinks
        label={words.tabs}
        tabs={[
          tab('list', words.listTitle, ''),
          tab('calendar', words.calendar, '/calendar'),
          tab('route', words.route, '/route'),
          tab('leads', words.leads, '/leads'),
          tab('territories', words.territories, '/territories'),
        ]}
      />
    </div>
  );
}
