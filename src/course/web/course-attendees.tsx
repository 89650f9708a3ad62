import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { attendanceCommands } from '../domain/attendance.ts';
import { coursePaymentKinds } from '../domain/course-payment.ts';
import { attendanceCommandLabels, courseText as words } from '../text.ts';
import type { CourseAnswer, loadCoursePage } from './course-page.server.ts';
import { attendanceTones } from './course-tones.ts';

type Page = Awaited<ReturnType<typeof loadCoursePage>>;
type Attendee = Page['attendees'][number];
type FormProps = { readonly page: Page; readonly answer: CourseAnswer | undefined };

const errorOf = (answer: CourseAnswer | undefined, name: string) =>
  answer?.errors.find((error) => error.name === name)?.message;

/** Everybody who was invited, with reply, result and what was paid. */
export function AttendeeTable({ attendees }: { readonly attendees: readonly Attendee[] }) {
  return (
    <DataTable
      caption={words.attendees}
      captionHidden
      dense
      rows={attendees}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: words.name, cell: ({ name, href }) => <a href={href}>{name}</a>, rowHeader: true },
        { key: 'number', header: words.number, cell: ({ number }) => number, keepTogether: true },
        {
          key: 'state',
          header: words.attendance,
          cell: ({ state, stateText }) => <ChipLabel tone={attendanceTones[state]}>{stateText}</ChipLabel>,
        },
        { key: 'course', header: words.course, cell: ({ course }) => course },
        { key: 'transport', header: words.transport, cell: ({ transport }) => transport, align: 'end' },
      ]}
    />
  );
}

/** 出欠・結果: one thing recorded for everybody who is ticked. */
export function AttendanceForm({ page, answer }: FormProps) {
  return (
    <>
      <AttendeeTable attendees={page.attendees} />
      {page.awaited > 0 ? (
        <Form method="post" data-once className="mt-3 flex flex-wrap items-center gap-4 print:hidden">
          <input type="hidden" name="act" value="everybody" />
          <Button variant="solid">{words.everybodyCame}</Button>
          <p className="max-w-3xl">{words.everybodyCameLead(page.awaited)}</p>
        </Form>
      ) : null}
      <div className="mt-3 print:hidden">
        <Disclosure summary={words.recordTitle} open>
          <Form method="post" noValidate data-density="compact" className="flex flex-col gap-4">
            <input type="hidden" name="act" value="attend" />
            <p>{words.recordLead}</p>
            <CheckboxGroup
              name="instructors"
              label={words.chosenPeople}
              required
              inline
              error={errorOf(answer, 'instructors')}
              defaultValues={answer?.chosen ?? []}
              options={page.attendees.map(({ id, name, stateText }) => ({
                value: id,
                label: `${name}（${stateText}）`,
              }))}
            />
            <SelectField
              name="command"
              label={words.command}
              required
              error={errorOf(answer, 'command')}
              defaultValue={answer?.texts['command'] ?? ''}
              options={attendanceCommands.map((command) => ({
                value: command,
                label: attendanceCommandLabels[command],
              }))}
            />
            <div>
              <Button variant={page.awaited > 0 ? 'outline' : 'solid'}>{words.record}</Button>
            </div>
          </Form>
        </Disclosure>
      </div>
    </>
  );
}

/** 実施 or 中止 of a course that is still planned. */
export function EndForm({ page, answer }: FormProps) {
  const reason = errorOf(answer, 'reason');
  return (
    <section
      aria-labelledby="end-heading"
      className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden"
    >
      <h2 id="end-heading" className="mb-2 text-std-18B-160">
        {words.endTitle}
      </h2>
      <div className="flex flex-col gap-4">
        {page.isOver ? (
          <Form method="post" data-once>
            <input type="hidden" name="act" value="hold" />
            <input type="hidden" name="version" value={page.version} />
            <Button variant="solid">{words.hold}</Button>
          </Form>
        ) : null}
        <Disclosure summary={words.cancel} open={reason !== undefined}>
          <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-3">
            <input type="hidden" name="act" value="cancel" />
            <input type="hidden" name="version" value={page.version} />
            <TextField
              name="reason"
              label={words.cancelReason}
              required
              width="long"
              autoComplete="off"
              error={reason}
            />
            <div>
              <Button>{words.cancel}</Button>
            </div>
          </Form>
        </Disclosure>
      </div>
    </section>
  );
}

/** 交通費 of one person; an allowance can be asked for and is refused with its source. */
export function PaymentForm({ page, answer }: FormProps) {
  const people = page.attendees.filter(({ attended }) => attended);
  return (
    <section aria-labelledby="payment-heading" className="mb-6 print:hidden">
      <h2 id="payment-heading" className="mb-2 text-std-18B-160">
        {words.paymentTitle}
      </h2>
      <p className="mb-2">{words.paymentLead}</p>
      <Form method="post" noValidate data-density="compact" className="flex flex-col gap-4">
        <input type="hidden" name="act" value="pay" />
        <SelectField
          name="person"
          label={words.person}
          required
          error={errorOf(answer, 'person')}
          defaultValue={answer?.texts['person'] ?? ''}
          options={people.map(({ id, name, number }) => ({ value: id, label: `${name}（${number}）` }))}
        />
        <RadioField
          name="payment"
          label={words.payment}
          required
          inline
          error={errorOf(answer, 'payment')}
          defaultValue="transport"
          options={coursePaymentKinds.map(({ code, label }) => ({ value: code, label }))}
        />
        <TextField
          name="yen"
          label={words.yen}
          required
          unit="円"
          width="short"
          inputMode="numeric"
          autoComplete="off"
          error={errorOf(answer, 'yen')}
          defaultValue={answer?.texts['yen'] ?? ''}
        />
        <div>
          <Button>{words.pay}</Button>
        </div>
      </Form>
    </section>
  );
}
