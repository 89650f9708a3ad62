import { DataTable } from '#ui/data-table.tsx';
import { Notification } from '#ui/notification.tsx';
import type { ImportProblems } from '../import-problem.ts';
import { columnText, importProblemText, lineText, problemCountText } from '../text.ts';
import { pageWords as words } from './text.ts';

/** Everything that keeps a file from being taken in, by line and column. */
export function ProblemList({ problems }: { readonly problems: ImportProblems }) {
  const rows = problems.listed.map((problem, index) => ({ key: String(index), problem }));
  return (
    <div className="my-6 grid gap-4">
      <Notification kind="error" title={words.refusedTitle} announce>
        {problemCountText(problems)}
        {words.chooseAgain}
      </Notification>
      <DataTable
        caption={words.problems}
        dense
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'line', header: words.line, cell: ({ problem }) => lineText(problem), keepTogether: true },
          { key: 'column', header: words.column, cell: ({ problem }) => columnText(problem) },
          { key: 'what', header: words.what, cell: ({ problem }) => importProblemText(problem) },
        ]}
      />
    </div>
  );
}
