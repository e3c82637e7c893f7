import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";
import { ticketPriority } from "@/lib/support/tickets/schema";

/** One change of a ticket from the queue, and what takes it back. As a text, because it is one choice of a form. */
export type TicketAct =
  | { readonly kind: "assign"; readonly to: string | null }
  | { readonly kind: "status"; readonly to: "open" | "answered" | "closed" }
  | { readonly kind: "priority"; readonly to: z.infer<typeof ticketPriority> }
  | { readonly kind: "tag" | "untag"; readonly to: string };

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const form = `(?:assign:(?:me|nobody|${uuid})|status:(?:open|answered|closed)|priority:(?:${ticketPriority.options.join("|")})|(?:un)?tag:${uuid})`;

export const actText = z
  .string()
  .regex(new RegExp(`^${form}$`), issue("Choose what to do with the tickets."))
  .describe(
    "`assign:me`, `assign:nobody` or `assign:` and a team member's id; `status:closed`; `priority:` and a priority; `tag:` or `untag:` and a tag's id. An answer's `undo` can be sent in its place.",
  );

/** An act that was done, and how often what it changed had changed by then: `status:closed@3`. */
export const doneText = z.string().regex(new RegExp(`^${form}@\\d{1,9}$`));

/** @param text in the form of `actText` */
export function readAct(text: string, personId: string): TicketAct {
  const [kind, value = ""] = text.split(":");
  if (kind === "assign") return { kind, to: value === "me" ? personId : value === "nobody" ? null : value };
  return { kind, to: value } as TicketAct;
}

export const writeAct = ({ kind, to }: TicketAct): string => `${kind}:${to ?? "nobody"}`;
