/** The sort order of a list. */
export type Sort = { key: string; direction: "asc" | "desc" };
