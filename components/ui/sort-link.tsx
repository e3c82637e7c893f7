import Link from "next/link";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

type Direction = "asc" | "desc";
type SortLinkProps = {
  label: string;
  direction: Direction | undefined;
  /** Puts the arrow before the name, so that a right-aligned name stays aligned with its numbers. */
  markFirst?: boolean;
  href: (next: Direction) => string;
};

/** A column header that sorts the list; a second click reverses the order. */
export function SortLink({ label, direction, markFirst, href }: SortLinkProps) {
  const arrow = direction === "asc" ? "arrow-up" : direction === "desc" ? "arrow-down" : "chevrons-up-down";
  return (
    <Link
      href={href(direction === "asc" ? "desc" : "asc")}
      prefetch={false}
      scroll={false}
      className={cx("sort-link", markFirst && "flex-row-reverse")}
    >
      {label}
      <Icon name={arrow} className={direction ? "size-3.5 text-ink" : "size-3.5 text-ink-faint"} />
    </Link>
  );
}
