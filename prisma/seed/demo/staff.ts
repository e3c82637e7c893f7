import type { OwnerDatabase } from "../builders/owner-database";
import { buildPerson } from "../builders/person";

export interface DemoStaff {
  readonly supportId: string;
  readonly accountingId: string;
  readonly managerId: string;
}

/** The people of the hosting company. */
export async function seedStaff(db: OwnerDatabase): Promise<DemoStaff> {
  return {
    supportId: await buildPerson(db, {
      email: "staff-support@portcullis.example",
      name: "Sam Whitfield",
      staff: { roles: ["agent"], jobTitle: "Support engineer" },
    }),
    accountingId: await buildPerson(db, {
      email: "staff-accounting@portcullis.example",
      name: "Claire Dubois",
      staff: { roles: ["accounting"], jobTitle: "Accounts receivable" },
    }),
    managerId: await buildPerson(db, {
      email: "staff-manager@portcullis.example",
      name: "Renata Kowalska",
      staff: { roles: ["manager"], jobTitle: "Head of customer care" },
    }),
  };
}
