/**
 * A Prisma text filter for what somebody typed into a search field: anywhere in the text, in any case. Prisma hands the
 * signs of LIKE through, so a search for "100%" or "a_b" would find other things without the escapes.
 */
export const contains = (typed: string) =>
  ({ contains: typed.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" }) as const;
