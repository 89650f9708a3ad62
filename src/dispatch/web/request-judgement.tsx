import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Notification } from '#ui/notification.tsx';
import type { RuleVerdict } from '../domain/judge-request.ts';
import type { RequestJudgement as Judgement } from '../judge-stored-request.server.ts';
import { dispatchRuleLabel, findingText, ruleNames, ruleText as words, verdictNames } from '../rule-text.ts';

type ShownFinding = {
  readonly key: string;
  readonly name: string;
  readonly verdict: RuleVerdict;
  readonly fact: string;
  readonly limit: string;
  readonly source: string;
};

type ShownJudgement = { readonly label: string | undefined; readonly rows: readonly ShownFinding[] };

/** The findings in words, those that need a person first. */
export function showJudgement({ rule, findings }: Judgement): ShownJudgement {
  const order: Readonly<Record<RuleVerdict, number>> = { 'not-met': 0, 'to-judge': 1, met: 2 };
  return {
    label: rule && dispatchRuleLabel(rule),
    rows: findings
      .toSorted((left, right) => order[left.verdict] - order[right.verdict])
      .map((finding) => ({
        key: finding.rule,
        name: ruleNames[finding.rule],
        verdict: finding.verdict,
        ...findingText(finding),
        source: finding.source,
      })),
  };
}

const tones = { met: 'done', 'to-judge': 'progress', 'not-met': 'attention' } as const;

type RequestJudgementProps = { readonly shown: ShownJudgement; readonly rulesHref: string };

/** Every rule by name with what this request is, what the corner sets and where that is from. */
export function RequestJudgement({ shown: { label, rows }, rulesHref }: RequestJudgementProps) {
  const broken = rows.filter(({ verdict }) => verdict === 'not-met');
  return (
    <section className="mb-6">
      <h2 className="text-std-18B-160 mb-2">{words.judgement}</h2>
      {broken.length > 0 ? (
        <div className="mb-3">
          <Notification kind="warning" title={words.warning(broken.length)}>
            <p>{broken.map(({ name }) => name).join('、')}</p>
            <p>{words.judgementLead}</p>
          </Notification>
        </div>
      ) : null}
      {label === undefined ? (
        <p>{words.noRule}</p>
      ) : (
        <DataTable
          caption={label}
          dense
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', header: words.rule, cell: ({ name }) => name, rowHeader: true, keepTogether: true },
            {
              key: 'verdict',
              header: words.verdict,
              cell: ({ verdict }) => <ChipLabel tone={tones[verdict]}>{verdictNames[verdict]}</ChipLabel>,
              keepTogether: true,
            },
            { key: 'fact', header: words.fact, cell: ({ fact }) => fact },
            { key: 'limit', header: words.limit, cell: ({ limit }) => limit },
            { key: 'source', header: words.source, cell: ({ source }) => source },
          ]}
        />
      )}
      <div className="mt-2">
        <ButtonLink variant="text" href={rulesHref}>
          {words.openRules}
        </ButtonLink>
      </div>
    </section>
  );
}
