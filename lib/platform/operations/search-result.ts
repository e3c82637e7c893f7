import { z } from "zod";

/** The heading under which a result stands. */
export const searchKind = z.enum(["Invoices", "People", "Services", "Tickets"]);

export const searchResult = z.object({
  kind: searchKind,
  title: z.string(),
  subtitle: z.string().optional(),
  /** Path in the portal. */
  href: z.string(),
});

export type SearchResult = z.infer<typeof searchResult>;
