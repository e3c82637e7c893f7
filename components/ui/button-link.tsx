import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "@/components/ui/button-class";

export type ButtonLinkProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
};

/**
 * A link that looks like a button. Downloads (`download`) are plain anchors, so that the browser fetches them. They carry no
 * such attribute: the answer names its file itself, and where it is refused the browser then shows why.
 */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  const look = buttonClass(variant, size, children ? "text" : "icon", className);
  const content = (
    <>
      {icon}
      {children}
    </>
  );
  if (rest.download !== undefined) {
    const { href, title, target, rel } = rest;
    return (
      <a href={String(href)} className={look} title={title} target={target} rel={rel}>
        {content}
      </a>
    );
  }
  return (
    <Link prefetch={false} className={look} {...rest}>
      {content}
    </Link>
  );
}
