import { msg, type Sentence } from "@/lib/platform/language/msg";

/** The departments of support that a ticket can be sent to. */
export const departments = ["support", "billing", "sales"] as const;
export type Department = (typeof departments)[number];

export const departmentNames: Readonly<Record<Department, Sentence>> = {
  support: msg("Support"),
  billing: msg("Billing"),
  sales: msg("Sales"),
};
