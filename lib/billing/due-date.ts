import { addDays } from "@/lib/kernel/dates";

/** When an invoice issued now falls due. */
export const dueDate = (issuedAt: Date): Date => addDays(issuedAt, 14);
