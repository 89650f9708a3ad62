import { ButtonLink } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { accountText, manageText as words } from '../text.ts';

type TemporaryPasswordProps = {
  readonly person: { readonly name: string; readonly email: string };
  readonly password: string;
  readonly backHref: string;
};

/** A password made for somebody, once, in a form to hand over. */
export function TemporaryPassword({ person, password, backHref }: TemporaryPasswordProps) {
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.temporaryTitle} lead={words.temporaryLead} />
      <DescriptionList
        items={[
          { term: accountText.name, detail: person.name },
          { term: accountText.email, detail: person.email },
          { term: words.temporaryTitle, detail: <span className="font-mono text-std-20N-150">{password}</span> },
        ]}
      />
      <div className="mt-6">
        <ButtonLink variant="solid" href={backHref}>
          {accountText.continue}
        </ButtonLink>
      </div>
    </div>
  );
}
