import { z } from "zod";
import type { Context } from "./operation";

export const searchResult = z.object({
  /** The heading under which a result stands. */
  kind: z.string(),
  title: z.string(),
  subtitle: z.string().optional(),
  /** Path in the portal. */
  href: z.string(),
});

export type SearchResult = z.infer<typeof searchResult>;

/** How many results of one kind are shown; whoever looks for more searches that kind's own list. */
export const MOST_OF_A_KIND = 8;

/** What a noun contributes to the search of an account: the rows that match, through the filter of its own permission. */
export type SearchSource = (context: Context<"account">, q: string) => Promise<SearchResult[]>;
