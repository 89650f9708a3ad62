import type { ComponentProps } from 'react';

export type ButtonVariant = 'solid' | 'outline' | 'text';
export type ButtonSize = 'lg' | 'md' | 'sm';

const frame =
  'relative inline-flex max-w-full items-center justify-center gap-1 text-center text-oln-16B-100 underline-offset-[0.1875rem] print:hidden';

const variants: Record<ButtonVariant, string> = {
  solid:
    'border-4 border-double border-transparent bg-key-900 text-white no-underline hover:bg-key-1000 hover:text-white hover:underline active:bg-key-1200 active:text-white',
  outline:
    'border border-current bg-white text-key-900 no-underline hover:bg-key-200 hover:text-key-1000 hover:underline active:bg-key-300 active:text-key-1200',
  text: 'bg-transparent text-key-900 underline hover:bg-key-50 hover:text-key-1000 hover:decoration-[0.1875rem] active:bg-key-100 active:text-key-1200',
};

// The small button keeps a target of 44px through its pseudo element, measured from within its border (DES-07).
const sizes: Record<ButtonSize, string> = {
  lg: 'min-h-14 min-w-34 rounded-8 px-4 py-3',
  md: 'min-h-12 min-w-24 rounded-8 px-4 py-2 in-data-[density=compact]:min-h-11',
  sm: 'min-h-9 min-w-20 rounded-6 px-3 py-0.5 after:absolute after:inset-x-0 after:-inset-y-2',
};

function look(variant: ButtonVariant, size: ButtonSize, wide: boolean): string {
  return `${frame} ${variants[variant]} ${sizes[size]} ${wide ? 'w-full' : ''}`;
}

type Look = {
  /** `solid` is the main act: one for each section of a page (DES-07). */
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** As wide as what holds it. */
  readonly wide?: boolean;
};

export type ButtonProps = Look & Omit<ComponentProps<'button'>, 'className' | 'disabled'>;

/** A button of a form. It submits unless another type is given, and is never disabled (FRM-34). */
export function Button({ variant = 'outline', size = 'md', wide = false, type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={look(variant, size, wide)} {...rest} />;
}

export type ButtonLinkProps = Look & {
  readonly href: string;
} & Omit<ComponentProps<'a'>, 'className' | 'href' | 'ref'>;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant = 'outline', size = 'md', wide = false, href, children, ...rest } = props;
  return (
    <a href={href} className={look(variant, size, wide)} {...rest}>
      {children}
    </a>
  );
}
