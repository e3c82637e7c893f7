import type { ComponentProps } from "react";

export type PageLinkProps = Omit<ComponentProps<"a">, "href"> & {
  href: string;
  /** False where the next page is the same one in another state: the reader stays where they are. */
  scroll?: boolean;
};

/**
 * A link to a page of the portal: a plain anchor, which `FollowLinks` opens without reloading. As a client component each
 * link would be sent as data, rendered and hydrated by itself.
 */
export function PageLink({ scroll = true, ...rest }: PageLinkProps) {
  return <a data-nav={scroll ? "" : "stay"} {...rest} />;
}
