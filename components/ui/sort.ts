/** What a list is put in order by. */
export type Sort = { key: string; direction: "asc" | "desc" };
