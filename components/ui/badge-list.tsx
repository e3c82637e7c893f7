import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";

export type BadgeItem = { label: string; tone?: Tone };

/** Several labels of one thing, such as the roles of a contact. */
export function BadgeList({ items }: { items: BadgeItem[] }) {
  return (
    <span className="inline-flex max-w-full flex-wrap gap-1 in-[td]:flex-nowrap">
      {items.map((item) => (
        <Badge key={item.label} tone={item.tone}>
          {item.label}
        </Badge>
      ))}
    </span>
  );
}
