import { certificationCommands, type CertificationCommand, type CertificationState } from './certification-state.ts';

/**
 * Why a state does not take a command: another step comes first, the step was taken already, the application is in a
 * bundle, it lies at the Center, or it is decided.
 */
export type TransitionRefusal = 'too-early' | 'done-already' | 'in-batch' | 'at-center' | 'decided';

type Cell = { readonly to: CertificationState } | { readonly no: TransitionRefusal };

const to = (state: CertificationState): Cell => ({ to: state });
const tooEarly: Cell = { no: 'too-early' };
const doneAlready: Cell = { no: 'done-already' };
const inBatch: Cell = { no: 'in-batch' };
const atCenter: Cell = { no: 'at-center' };

const decided = Object.fromEntries(certificationCommands.map((command) => [command, { no: 'decided' }])) as Readonly<
  Record<CertificationCommand, Cell>
>;

/** What is refused while the corner still works on the application and the Center has not seen it. */
const notAtCenter = { 'begin-review': tooEarly, certify: tooEarly, reject: tooEarly, resubmit: tooEarly } as const;

/** What the corner cannot do any more while the Center has the application. */
const cornerWaits = {
  'start-draft': atCenter,
  receive: atCenter,
  'call-interview': atCenter,
  'pass-interview': atCenter,
  'add-to-batch': atCenter,
  'take-from-batch': atCenter,
  send: atCenter,
  resubmit: atCenter,
} as const;

/**
 * 認定申請の状態遷移. Every state × every command: the state it leads to, or why not (domain.md §4.1). `return` leads from
 * the corner's check back to the draft, and from the Center back to the corner.
 */
export const certificationTransitions: Readonly<
  Record<CertificationState, Readonly<Record<CertificationCommand, Cell>>>
> = {
  scouted: {
    ...notAtCenter,
    'start-draft': to('drafting'),
    receive: tooEarly,
    'call-interview': tooEarly,
    'pass-interview': tooEarly,
    'add-to-batch': tooEarly,
    'take-from-batch': tooEarly,
    send: tooEarly,
    return: tooEarly,
    withdraw: to('withdrawn'),
  },
  drafting: {
    ...notAtCenter,
    'start-draft': doneAlready,
    receive: to('received'),
    'call-interview': tooEarly,
    'pass-interview': tooEarly,
    'add-to-batch': tooEarly,
    'take-from-batch': tooEarly,
    send: tooEarly,
    return: tooEarly,
    withdraw: to('withdrawn'),
  },
  received: {
    ...notAtCenter,
    'start-draft': doneAlready,
    receive: doneAlready,
    'call-interview': to('interview'),
    'pass-interview': tooEarly,
    'add-to-batch': to('batched'),
    'take-from-batch': tooEarly,
    send: tooEarly,
    return: to('drafting'),
    withdraw: to('withdrawn'),
  },
  interview: {
    ...notAtCenter,
    'start-draft': doneAlready,
    receive: doneAlready,
    'call-interview': doneAlready,
    'pass-interview': to('received'),
    'add-to-batch': tooEarly,
    'take-from-batch': tooEarly,
    send: tooEarly,
    return: to('drafting'),
    withdraw: to('withdrawn'),
  },
  batched: {
    ...notAtCenter,
    'start-draft': inBatch,
    receive: doneAlready,
    'call-interview': inBatch,
    'pass-interview': inBatch,
    'add-to-batch': doneAlready,
    'take-from-batch': to('received'),
    send: to('sent'),
    return: inBatch,
    withdraw: inBatch,
  },
  sent: {
    ...cornerWaits,
    return: to('returned'),
    'begin-review': to('under-review'),
    certify: tooEarly,
    reject: tooEarly,
    withdraw: to('withdrawn'),
  },
  'under-review': {
    ...cornerWaits,
    return: to('returned'),
    'begin-review': doneAlready,
    certify: to('certified'),
    reject: to('rejected'),
    withdraw: to('withdrawn'),
  },
  returned: {
    'start-draft': doneAlready,
    receive: doneAlready,
    'call-interview': tooEarly,
    'pass-interview': tooEarly,
    'add-to-batch': tooEarly,
    'take-from-batch': doneAlready,
    send: tooEarly,
    return: doneAlready,
    resubmit: to('received'),
    'begin-review': tooEarly,
    certify: tooEarly,
    reject: tooEarly,
    withdraw: to('withdrawn'),
  },
  certified: decided,
  rejected: decided,
  withdrawn: decided,
};

/** The commands that a state takes, in the order of the procedure. */
export function listCommands(state: CertificationState): readonly CertificationCommand[] {
  return certificationCommands.filter((command) => 'to' in certificationTransitions[state][command]);
}
