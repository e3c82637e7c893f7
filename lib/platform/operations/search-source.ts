import { z } from "zod";
import type { Context } from "./operation";

export const searchResult = z.object({
  /** The heading of its results. */
  kind: z.string(),
  title: z.string(),
  subtitle: z.string().optional(),
  /** Path in the portal. */
  href: z.string(),
});

export type SearchResult = z.infer<typeof searchResult>;

/** How many results of one kind are shown; that kind's own list has the rest. */
export const MOST_OF_A_KIND = 8;

/** What a noun contributes to an account's search: the matching rows, through the filter of its own permission. */
export type SearchSource = (context: Context<"account">, q: string) => Promise<SearchResult[]>;
