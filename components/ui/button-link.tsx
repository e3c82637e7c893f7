import type { ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "@/components/ui/button-class";
import { PageLink, type PageLinkProps } from "@/components/ui/page-link";

export type ButtonLinkProps = PageLinkProps & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
};

/**
 * A link styled as a button. With `download` it is a plain anchor, so that the browser fetches the file, but without
 * that attribute in the markup: the response names its file, and if it is denied the browser shows why.
 */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  const look = buttonClass(variant, size, children ? "text" : "icon", className);
  const content = icon ? (
    <>
      {icon}
      {children}
    </>
  ) : (
    children
  );
  if (rest.download !== undefined) {
    const { href, title, target, rel } = rest;
    return (
      <a href={href} className={look} title={title} target={target} rel={rel}>
        {content}
      </a>
    );
  }
  return (
    <PageLink className={look} {...rest}>
      {content}
    </PageLink>
  );
}
