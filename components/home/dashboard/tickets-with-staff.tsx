import { TextLink } from "@/components/ui/text-link";
import { rich } from "@/lib/platform/language/rich";

/** Tickets awaiting staff: information, not a task. */
export function TicketsWithStaff({ count, href }: { count: number; href: string }) {
  if (count === 0) return null;
  return (
    <p className="rounded-b-lg border-t border-line bg-sunken px-4 py-3 text-sm text-ink-soft">
      {rich("<link>{count, plural, one {# ticket} other {# tickets}}</link> awaiting a reply from our support team.", {
        count,
        link: (text) => <TextLink href={href}>{text}</TextLink>,
      })}
    </p>
  );
}
