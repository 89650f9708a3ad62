import { data } from 'react-router';
import { toAudience, type Audience } from '../domain/audience.ts';

/** The audience in an address; another word leads nowhere. */
export function requireAudience(text: string | undefined): Audience {
  const audience = toAudience(text);
  if (!audience) throw data(null, { status: 404 });
  return audience;
}
