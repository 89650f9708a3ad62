import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
};
type PlaywrightSuite = {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly file: string;
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
};

/**
 * Names what failed in the JSON report of Vitest or Playwright: file, title and the first line of why. Whoever has only
 * the end of a long output still knows it.
 */
export function listFailedTests(reportPath: string): readonly string[] {
  if (!existsSync(reportPath)) return [];
  const report = JSON.parse(readFileSync(reportPath, 'utf8')) as Partial<VitestReport> & PlaywrightSuite;
  return report.testResults ? report.testResults.flatMap(listOfFile) : listOfSuite(report);
}

function listOfFile(file: VitestReport['testResults'][number]): readonly string[] {
  const name = relative(process.cwd(), file.name);
  const failed = file.assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0 && file.message) return [describe(name, '(the file itself)', file.message)];
  return failed.map(({ fullName, failureMessages }) => describe(name, fullName, failureMessages?.[0]));
}

function listOfSuite({ suites = [], specs = [] }: PlaywrightSuite): readonly string[] {
  const failed = specs.filter(({ ok }) => !ok);
  return [
    ...failed.map(({ file, title, tests }) =>
      describe(file, title, tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message),
    ),
    ...suites.flatMap(listOfSuite),
  ];
}

function describe(file: string, title: string, message = ''): string {
  return `${file} › ${title}: ${stripColors(message).split('\n')[0]}`;
}

/** Without the codes that color a terminal. */
function stripColors(text: string): string {
  return text.replaceAll(/\u001B\[[\d;]*m/gu, '');
}
