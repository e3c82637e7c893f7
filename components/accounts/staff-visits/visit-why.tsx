import { TextLink } from "@/components/ui/text-link";
import type { VisitItem } from "@/lib/accounts/staff-visits/schema";

interface VisitWhyProps {
  readonly why: Pick<VisitItem, "reasonName" | "note"> & {
    readonly ticket: { id: string; number: number; subject?: string } | null;
  };
  readonly base: string;
}

/** The reason, the ticket and the words of a visit. */
export function VisitWhy({ why: { reasonName, ticket, note }, base }: VisitWhyProps) {
  return (
    <span className="block wrap-anywhere">
      {reasonName}
      {ticket && (
        <>
          {": "}
          <TextLink href={`${base}/tickets/${ticket.id}`}>
            #{ticket.number} {ticket.subject}
          </TextLink>
        </>
      )}
      {note && <span className="block text-sm text-ink-soft">{note}</span>}
    </span>
  );
}
