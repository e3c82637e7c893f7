import { addDays } from "@/lib/platform/kernel/dates";
import { searchText } from "@/lib/platform/kernel/search-text";
import { buildDocument, buildFolder, type FolderPlan } from "../builders/document";
import type { OwnerDatabase } from "../builders/owner-database";
import { simplePdf } from "../builders/simple-pdf";
import type { Northwind } from "./northwind";

type Text = readonly (readonly string[])[];

const minutes = (month: string, decided: string): Text => [
  [
    `Minutes of the board, ${month}`,
    "Present: Ingrid Solheim (chair), Marcus Okafor, Priya Raman, Hannah Vogel",
    "Apologies: none",
    "",
    "1. Minutes of the last meeting: approved as circulated.",
    "2. Financial report: revenue is 4 percent above plan, hosting costs are as budgeted.",
    "3. Operations: the migration of the order system is finished, no customer was affected.",
    `4. Decisions: ${decided}`,
    "5. Any other business: none. The meeting closed at 17:40.",
  ],
];

const budget: Text = [
  [
    "Budget for next year",
    "Draft for the meeting of the board",
    "",
    "Hosting and network      EUR 148,000",
    "Licences                 EUR  36,500",
    "Support contracts        EUR  22,000",
    "Reserve                  EUR  15,000",
  ],
  ["Notes", "Hosting rises with the second data centre, from April.", "Licences were renegotiated for three years."],
];

const policy: Text = [
  [
    "Information security policy",
    "Version 3, approved by the board",
    "",
    "1. Access is given by role and reviewed twice a year.",
    "2. Two factors are required for all staff.",
    "3. Incidents are reported to operations within an hour.",
  ],
];

/** The same each time, so that sample data made again replaces its files. */
const keyOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** The documents of Northwind: a board, finance, operations and policies, each for other people. */
export async function seedDocuments(
  db: OwnerDatabase,
  { id: accountId, contacts }: Northwind,
  now: Date,
): Promise<void> {
  const folder = (plan: FolderPlan) =>
    buildFolder(db, accountId, { createdByName: "Marcus Okafor", createdAt: addDays(now, -400), ...plan });
  const add = (folderId: string, name: string, pages: Text, plan: { days: number; position: number; by?: string }) =>
    buildDocument(db, accountId, {
      ...{
        folderId,
        name,
        contents: simplePdf(pages),
        key: `demo/documents/${keyOf(name)}`,
        position: plan.position * 256,
        preview: true,
        text: true,
      },
      ...{ at: addDays(now, -plan.days), uploadedByName: plan.by ?? "Ingrid Solheim" },
    });
  const board = await folder({ name: "Board", position: 256, people: [contacts.billing, contacts.billingSupport] });
  const meetings = await folder({ name: "Minutes", parentId: board, position: 256 });
  await add(board, "Budget for next year.pdf", budget, { days: 6, position: 1, by: "Priya Raman" });
  await add(
    board,
    "Rules of procedure.pdf",
    [["Rules of procedure", "The board meets every second month.", "Papers are sent out seven days before."]],
    { days: 390, position: 2 },
  );
  await add(meetings, "2026-09 Minutes.pdf", minutes("September", "the second data centre is ordered."), {
    days: 65,
    position: 1,
  });
  await add(meetings, "2026-07 Minutes.pdf", minutes("July", "the travel policy is adopted."), {
    days: 126,
    position: 2,
  });
  await add(meetings, "2026-05 Minutes.pdf", minutes("May", "Priya Raman becomes treasurer."), {
    days: 188,
    position: 3,
  });
  const restricted = {
    name: "Remuneration",
    parentId: board,
    position: 512,
    people: [contacts.billingSupport],
    viewOnly: true,
  };
  await add(await folder(restricted), "Salary bands.pdf", [["Salary bands", "Confidential. For reading only."]], {
    days: 40,
    position: 1,
  });

  const finance = await folder({ name: "Finance", position: 512, people: [contacts.billing, contacts.billingSupport] });
  const audit = await folder({ name: "Audit", parentId: finance, position: 256 });
  // Priya has declared an interest in it: the portal proposes that she is recused, and nobody has decided yet.
  const firm = "Raman & Partners";
  await db.folderOrganisation.create({ data: { accountId, folderId: audit, name: firm, key: searchText(firm) } });
  await add(
    finance,
    "Supplier contract, network.pdf",
    [["Supplier contract", "Between Northwind Robotics B.V. and the carrier.", "Term: 36 months."]],
    { days: 210, position: 1, by: "Priya Raman" },
  );

  const operations = await folder({
    name: "Operations",
    position: 768,
    people: [contacts.support, contacts.billingSupport],
  });
  await add(
    operations,
    "Runbook, failover to AMS-2.pdf",
    [
      [
        "Runbook",
        "1. Announce the failover in the channel of operations.",
        "2. Lower the DNS lifetime to 60 seconds.",
        "3. Promote the replica, then move the virtual address.",
      ],
    ],
    { days: 20, position: 1, by: "Tomás Herrera Villanueva" },
  );

  const policies = await folder({
    name: "Policies",
    position: 1_024,
    people: [contacts.billing, contacts.support, contacts.billingSupport],
  });
  await add(policies, "Information security policy.pdf", policy, { days: 80, position: 1 });
  await add(
    policies,
    "Travel policy.pdf",
    [["Travel policy", "Trains are booked by the travellers, flights by the office."]],
    { days: 120, position: 2 },
  );
}
