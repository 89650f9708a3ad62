/**
 * From how many answers on a reader outside the office sees more than their number. Fewer than five people who were taught
 * together recognise each other by a mark or a phrase; leaving cells under five out is the usual guard of small tables.
 */
export const FEWEST_SHOWN = 5;

/** Whether answers may be shown to the instructor and to the council. Hosts answer for a body, not for themselves. */
export function mayShow(audience: 'host' | 'trainee' | 'pupil', answers: number): boolean {
  return audience === 'host' ? answers > 0 : answers >= FEWEST_SHOWN;
}

/** Honorifics that follow a name; a text that calls somebody by name is not shown outside the office. */
const CALLED = /(?:[\p{Script=Han}]{1,4}|[\p{Script=Katakana}ー]{2,8})(?:さん|くん|君|ちゃん)/u;
/** Words before さん that are no names. */
const NOT_NAMES = /(?:皆|職人|大工|業者|先輩|親方|社長|お客|客|奥|娘|息子|兄|姉|弟|妹|父|母)(?:さん)/gu;

/** Whether a text calls somebody by name, 「山田さん」. 先生 and マイスター speak of the instructor, who may read it. */
export function callsSomebody(text: string): boolean {
  return CALLED.test(text.replaceAll(NOT_NAMES, ''));
}
