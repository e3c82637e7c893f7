import { cx } from "@/components/ui/cx";
import { PageLink, type PageLinkProps } from "@/components/ui/page-link";

/** A link in running text: underlined, so that it doesn't rely on colour. */
export function TextLink({ className, ...rest }: PageLinkProps) {
  return <PageLink className={cx("text-link", className)} {...rest} />;
}
