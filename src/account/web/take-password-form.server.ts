import { accept, refuse, type Result } from '#kernel/result.ts';
import type { FormError } from '#ui/error-summary.tsx';
import type { AccountDesk } from '../accounts.server.ts';
import type { SetCookies } from '../auth-call.server.ts';
import { changeOwnPassword, type Own } from '../own-account.server.ts';
import { ownText as words, passwordGuessText, passwordRefusalText } from '../text.ts';
import { textOf } from './own-call.server.ts';

/** Changes one's own password by the posted `PasswordForm`; what was refused is told at its field. */
export async function takePasswordForm(
  desk: AccountDesk,
  own: Own,
  form: FormData,
): Promise<Result<SetCookies, readonly FormError[]>> {
  const current = textOf(form, 'current-password');
  const wanted = textOf(form, 'new-password');
  const missing = [
    ...(current ? [] : [{ name: 'current-password', message: words.currentMissing }]),
    ...(wanted ? [] : [{ name: 'new-password', message: words.wantedMissing }]),
  ];
  if (missing.length > 0) return refuse(missing);
  const changed = await changeOwnPassword(desk, own, { current, wanted });
  if (changed.ok) return accept(changed.value);
  const { refusal } = changed;
  return refuse([
    refusal.kind === 'wrong-password' || refusal.kind === 'locked'
      ? { name: 'current-password', message: passwordGuessText(refusal) }
      : { name: 'new-password', message: passwordRefusalText(refusal) },
  ]);
}
