const tokyo = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'medium', timeStyle: 'short' });

/** An instant as staff read it, in Japan's time: 2022/11/30 14:05. */
export function instantText(instant: string): string {
  return tokyo.format(new Date(instant));
}
