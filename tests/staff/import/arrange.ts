import type { TestPortal } from "@/tests/fixtures/portal";
import { unique } from "@/tests/operations/arrange";

export const header = "Reference,Company,Street,ZIP,City,Country,Currency,Contact,E-mail";

export const line = (
  reference: string,
  changes: Partial<Record<"zip" | "country" | "currency" | "email", string>> = {},
) =>
  [
    reference,
    "Halden Instruments",
    "Storgata 12",
    changes.zip ?? "1771",
    "Halden",
    changes.country ?? "NO",
    changes.currency ?? "NOK",
    "Solveig Aas",
    changes.email ?? `${reference.toLowerCase()}@halden.example`,
  ].join(",");

/** A checked import with one row that can be imported. */
export async function checkedImport({ owner, demo }: TestPortal): Promise<string> {
  const row = { line: 2, reference: unique(), name: "Halden", ownerEmail: "x@halden.example", fields: {} };
  const { id } = await owner.accountImport.create({
    data: {
      startedById: demo.staff.accountingId,
      startedByName: "Accounting",
      rows: {
        create: [
          { ...row, outcome: "ready" },
          { ...row, line: 3, outcome: "invalid", message: "No." },
        ],
      },
    },
  });
  return id;
}
