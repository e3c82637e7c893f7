import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** The people of the demo that the tests visit as. What they see here is only looked at, never changed. */
export const demo = {
  owner: "owner@northwind.example",
  administrator: "administrator@northwind.example",
  billing: "billing@northwind.example",
  support: "support@northwind.example",
  stranger: "owner@globex.example",
  agent: "staff-support@portcullis.example",
  accounting: "staff-accounting@portcullis.example",
  manager: "staff-manager@portcullis.example",
} as const;

/** The id of a demo account, by its name. */
export async function demoAccount(db: OwnerDatabase, name: "Northwind Robotics" | "Globex Labs"): Promise<string> {
  return (await db.account.findFirstOrThrow({ where: { name }, select: { id: true } })).id;
}
