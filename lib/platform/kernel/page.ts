import { z } from "zod";

/** Input of every list: a page number from 1. */
export const pageInput = { page: z.int().min(1).max(10_000).default(1) };

export const PAGE_SIZE = 25;

/** The slice of a page, for Prisma. */
export const pageSlice = (page: number): { skip: number; take: number } => ({
  skip: (page - 1) * PAGE_SIZE,
  take: PAGE_SIZE,
});

/** Output of every list: its items, the total count, and the position of this page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() });

/** A list's output from its two queries. */
export const pageResult = <T>(items: T[], total: number, page: number) => ({ items, total, page, pageSize: PAGE_SIZE });
