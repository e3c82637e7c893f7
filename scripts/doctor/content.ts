import type { Client } from "pg";
import { about, type Finding } from "./finding";

/** Whether somebody can sign in, and an invoice can be issued. */
export async function contentFindings(client: Client): Promise<Finding[]> {
  const team = about("team");
  const seller = about("seller");
  return [
    (await isThere(client, "portcullis_identity", `"StaffMember"`))
      ? team.ok("There is a manager.")
      : team.problem("Nobody is on the team yet.", "Run npm run setup."),
    (await isThere(client, "portcullis_staff", `"LegalEntity" where "isDefault"`))
      ? seller.ok("The seller is set up.")
      : seller.problem(
          "The seller isn't set up, so invoices can't be issued.",
          "Enter the company's details in the portal under Billing setup.",
        ),
  ];
}

async function isThere(client: Client, role: string, rows: string): Promise<boolean> {
  await client.query(`begin; set local role ${role}`);
  const { rows: found } = await client
    .query<{ there: boolean }>(`select exists (select from ${rows}) as there`)
    .finally(() => client.query("rollback"));
  return found[0]?.there ?? false;
}
