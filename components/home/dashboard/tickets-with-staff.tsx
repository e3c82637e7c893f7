import { TextLink } from "@/components/ui/text-link";
import { counted } from "./need";

/** Tickets awaiting staff: information, not a task. */
export function TicketsWithStaff({ count, href }: { count: number; href: string }) {
  if (count === 0) return null;
  return (
    <p className="rounded-b-lg border-t border-line bg-sunken px-4 py-3 text-sm text-ink-soft">
      <TextLink href={href}>{counted(count, "ticket", "tickets")}</TextLink> awaiting a reply from our support team.
    </p>
  );
}
