import { organizationKinds } from '#organization/domain/organization-kind.ts';
import {
  textCell,
  type Block,
  type DocumentModel,
  type TableBlock,
} from '#platform/document-rendering/document-model.ts';
import { audienceLabel } from '../domain/audience.ts';
import { FEWEST_SHOWN } from '../domain/disclosure.ts';
import type { Feedback, FeedbackPart } from '../domain/feedback.ts';
import {
  measureShare,
  outcomeKeys,
  STANDARD_TARGET,
  tallyOutcome,
  tallyQuestion,
  type AnswerGroup,
} from '../domain/outcome.ts';
import { feedbackText as words, intervalText, outcomeLabel, shareText, surveyText, questionText } from '../text.ts';

type Heading = { readonly office: string; readonly period: string; readonly today: string };

/** アンケート結果 for one instructor: the year's visits together, without anything that leads to a person. */
export function buildInstructorSheet({
  name,
  feedback,
  ...heading
}: Heading & { readonly name: string; readonly feedback: Feedback }): DocumentModel {
  return {
    opening: [{ kind: 'paragraph', text: words.to(name) }],
    title: words.instructorTitle,
    byline: [heading.period, heading.office],
    page: { orientation: 'portrait' },
    blocks: [...partBlocks(feedback), { kind: 'note', text: `※ ${words.note}` }],
  };
}

/** アンケート結果 of a whole year for the council, with the outcome targets. */
export function buildCouncilSheet({
  groups,
  feedback,
  ...heading
}: Heading & { readonly groups: readonly AnswerGroup[]; readonly feedback: Feedback }): DocumentModel {
  const shares = outcomeKeys.map((key) => ({ key, share: measureShare(tallyOutcome(key, groups)) }));
  const needed = shares.flatMap(({ share }) => (share.small ? [share.needed] : []));
  const [fewest] = needed;
  return {
    title: words.councilTitle,
    byline: [heading.period, heading.office],
    page: { orientation: 'portrait' },
    blocks: [
      {
        kind: 'table',
        caption: words.outcomeTable,
        widths: [40, 14, 12, 12, 22],
        header: [surveyText.outcome, surveyText.target, surveyText.answers, surveyText.rate, surveyText.interval],
        rows: shares.map(({ key, share }) => [
          textCell(outcomeLabel(key), { heads: true }),
          textCell(surveyText.atLeast(STANDARD_TARGET * 100), { align: 'end' }),
          textCell(`${share.numerator}/${share.denominator}`, { align: 'end' }),
          textCell(share.rate === null ? surveyText.none : shareText(share.rate), { align: 'end' }),
          textCell(intervalText(share), { align: 'end' }),
        ]),
      },
      { kind: 'note', text: `※ ${surveyText.intervalNote}` },
      ...(fewest === undefined ? [] : [{ kind: 'note', text: `※ ${surveyText.small(fewest)}` } as const]),
      ...classBlocks(groups),
      ...partBlocks(feedback),
      { kind: 'note', text: `※ ${words.note}` },
    ],
  };
}

function classBlocks(groups: readonly AnswerGroup[]): readonly Block[] {
  const rows = organizationKinds.flatMap(({ code, label }) => {
    const tally = tallyQuestion(
      'satisfaction',
      groups.filter(({ audience, organizationKind }) => audience === 'host' && organizationKind === code),
    );
    return tally.denominator === 0 ? [] : [{ label, tally }];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: words.classTable,
      widths: [50, 25, 25],
      header: [surveyText.class, surveyText.answers, surveyText.rate],
      rows: rows.map(({ label, tally: { numerator, denominator } }) => [
        textCell(label, { heads: true }),
        textCell(`${numerator}/${denominator}`, { align: 'end' }),
        textCell(shareText(numerator / denominator), { align: 'end' }),
      ]),
    },
  ];
}

function partBlocks(feedback: Feedback): readonly Block[] {
  if (feedback.length === 0) return [{ kind: 'paragraph', text: words.none }];
  return feedback.flatMap(onePart);
}

function onePart(part: FeedbackPart): readonly Block[] {
  const label = audienceLabel(part.audience);
  const heading: Block = { kind: 'heading', level: 2, text: words.answers(label) };
  if (part.tooFew) return [heading, { kind: 'paragraph', text: words.tooFew(label, part.answers, FEWEST_SHOWN) }];
  return [heading, lineTable(part), ...textBlocks(part)];
}

function lineTable({ audience, lines, answers }: FeedbackPart): TableBlock {
  return {
    kind: 'table',
    caption: `${words.count} ${surveyText.count(answers)}`,
    widths: [46, 16, 14, 24],
    header: [words.question, surveyText.answers, words.rate, words.breakdown],
    rows: lines.map(({ question, numerator, denominator, ratings }) => [
      textCell(questionText(audience, question), { heads: true }),
      textCell(`${numerator}/${denominator}`, { align: 'end' }),
      textCell(denominator === 0 ? surveyText.none : shareText(numerator / denominator), { align: 'end' }),
      textCell(ratings.length === 0 ? '' : ratings.join('・'), { align: 'end' }),
    ]),
  };
}

function textBlocks({ texts, withheld }: FeedbackPart): readonly Block[] {
  return [
    ...(texts.length > 0 ? [{ kind: 'heading', level: 3, text: words.texts } as const] : []),
    ...texts.map(({ text, count }): Block => ({ kind: 'paragraph', text: `・${text}${words.times(count)}` })),
    ...(withheld > 0 ? [{ kind: 'note', text: `※ ${words.withheld(withheld)}` } as const] : []),
  ];
}
