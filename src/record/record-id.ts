/** Whether an address can name a record at all: anything else than an identity would not be a question to the database. */
export function isRecordId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u.test(text);
}
