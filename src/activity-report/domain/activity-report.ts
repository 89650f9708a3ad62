import type { PlainDate } from '#kernel/plain-date.ts';
import type { ReportInput } from './report-fields.ts';
import type { ReportState } from './report-state.ts';

/** Which visit, and which of its instructors. */
export type ReportPair = { readonly visitId: string; readonly instructorId: string };

/** The visit that a report is about, and who reports. */
export type ReportVisit = ReportPair & {
  readonly visitNumber: string;
  readonly visitOn: PlainDate;
  readonly visitStatus: string;
  readonly trainees: number;
  readonly host: string;
  readonly instructorName: string;
};

/** 活動報告書 as it is kept. */
export type StoredReport = {
  readonly id: string;
  readonly version: number;
  readonly state: ReportState;
  readonly input: ReportInput;
  readonly onBehalf: boolean;
  readonly returnReason: string | null;
  readonly checkerName: string | null;
  readonly submittedOn: PlainDate | null;
};

/** A photo without its bytes. */
export type PhotoRow = { readonly id: string; readonly format: 'jpeg' | 'png'; readonly expiresOn: PlainDate };
