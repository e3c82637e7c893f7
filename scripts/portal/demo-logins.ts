import { DEMO_PASSWORD } from "@/prisma/seed/builders/person";

/** Demo logins, most useful first. */
export const demoLogins = [
  { email: "owner@northwind.example", who: "Northwind Robotics: account owner" },
  { email: "administrator@northwind.example", who: "Northwind Robotics: administrator" },
  { email: "billing@northwind.example", who: "Northwind Robotics: billing; Globex Labs: support" },
  { email: "support@northwind.example", who: "Northwind Robotics: support" },
  { email: "billing-support@northwind.example", who: "Northwind Robotics: billing and support" },
  { email: "custom@northwind.example", who: "Northwind Robotics: individual permissions" },
  { email: "owner@globex.example", who: "Globex Labs: account owner" },
  { email: "staff-accounting@portcullis.example", who: "Staff: accounting" },
  { email: "staff-support@portcullis.example", who: "Staff: support" },
  { email: "staff-manager@portcullis.example", who: "Staff: manager" },
] as const;

/** The table of logins printed when the demo starts. */
export function demoTable(address: string): string {
  const width = Math.max(...demoLogins.map(({ email }) => email.length));
  const rows = demoLogins.map(({ email, who }) => `  ${email.padEnd(width)}  ${who}`);
  return [
    "",
    `  Portcullis is running at ${address}`,
    "",
    ...rows,
    "",
    `  Password for all:  ${DEMO_PASSWORD}`,
    "  Press Ctrl-C to stop; the data is kept. Start over: npm run demo -- --fresh",
    "",
  ].join("\n");
}
