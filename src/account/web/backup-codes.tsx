import { ButtonLink } from '#ui/button.tsx';
import { accountText, secondFactorText as words } from '../text.ts';

type BackupCodesProps = {
  readonly codes: readonly string[];
  readonly person: { readonly name: string; readonly email: string };
  readonly continueHref: string;
};

/** The backup codes, once, in a form to print and lock away. */
export function BackupCodes({ codes, person, continueHref }: BackupCodesProps) {
  return (
    <>
      <section className="break-inside-avoid">
        <h2 className="text-std-22B-150">{words.codesTitle}</h2>
        <p className="mt-1">
          {words.codesLead}
          {accountText.print}
        </p>
        <p className="mt-4">
          {words.owner}：{person.name}（{person.email}）
        </p>
        <ol className="mt-4 grid grid-cols-2 gap-x-8 gap-y-2 rounded-12 border border-solid-gray-420 p-6">
          {codes.map((code) => (
            <li key={code} className="font-mono text-std-20N-150">
              {code}
            </li>
          ))}
        </ol>
      </section>
      <div className="mt-6">
        <ButtonLink variant="solid" size="lg" href={continueHref}>
          {accountText.continue}
        </ButtonLink>
      </div>
    </>
  );
}
