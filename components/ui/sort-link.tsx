import { PageLink } from "@/components/ui/page-link";

type Direction = "asc" | "desc";
type SortLinkProps = { label: string; direction: Direction | undefined; href: (next: Direction) => string };

/** A column header that sorts the list; a second click reverses the order. Its stylesheet adds the arrow. */
export function SortLink({ label, direction, href }: SortLinkProps) {
  return (
    <PageLink href={href(direction === "asc" ? "desc" : "asc")} scroll={false} className="sort-link">
      {label}
    </PageLink>
  );
}
