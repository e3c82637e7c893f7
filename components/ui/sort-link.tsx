import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";

type Direction = "asc" | "desc";
type SortLinkProps = { label: string; direction: Direction | undefined; href: (next: Direction) => string };

/** A column's name that orders the list by it; once more turns the order round. */
export function SortLink({ label, direction, href }: SortLinkProps) {
  const Arrow = direction === "asc" ? ArrowUp : direction === "desc" ? ArrowDown : ChevronsUpDown;
  return (
    <Link
      href={href(direction === "asc" ? "desc" : "asc")}
      prefetch={false}
      scroll={false}
      className="-mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:bg-hover hover:text-ink"
    >
      {label}
      <Arrow className={direction ? "size-3.5 text-ink" : "size-3.5 text-ink-faint"} />
    </Link>
  );
}
