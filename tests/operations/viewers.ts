/** Who tries every operation, by column heading. */
export const viewers = {
  owner: "owner@northwind.example",
  administrator: "administrator@northwind.example",
  billing: "billing@northwind.example",
  support: "support@northwind.example",
  both: "billing-support@northwind.example",
  custom: "custom@northwind.example",
  agent: "staff-support@portcullis.example",
  accounting: "staff-accounting@portcullis.example",
  manager: "staff-manager@portcullis.example",
} as const;

export type ViewerName = keyof typeof viewers;

/** Signed in, but a contact of other accounts only. */
export const STRANGER = "owner@globex.example";
