import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { cookieOf } from "../support/cookie-of";

const OWNER = "owner@northwind.example";
/** Somebody who may see both. */
const CONTACT = "administrator@northwind.example";
/** The last is read from the replica. */
const PATHS = ["invoices", "report?kind=spend"];

export interface Suspension {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Suspends a contact at one portal and asks at all of them; then restores the contact. */
export async function suspendAtOne(
  db: OwnerDatabase,
  portals: readonly string[],
  accountId: string,
): Promise<Suspension> {
  const [owner, contact] = await Promise.all([cookieOf(db, OWNER), cookieOf(db, CONTACT)]);
  const where = { accountId, person: { email: CONTACT } };
  const { id } = await db.contact.findFirstOrThrow({ where, select: { id: true } });
  const askAll = () =>
    Promise.all(portals.flatMap((portal) => PATHS.map((path) => statusOf(portal, `${accountId}/${path}`, contact))));
  const change = async (verb: string) => {
    const path = `${accountId}/people/${id}/${verb}`;
    const status = await statusOf(portals[0] ?? "", path, owner, { method: "POST", body: "{}" });
    if (status !== 200) throw new Error(`${verb} returned ${status}.`);
  };
  const before = await askAll();
  await change("suspend");
  const after = await askAll();
  await change("restore");
  return { before, after };
}

async function statusOf(portal: string, path: string, cookie: string, request: RequestInit = {}): Promise<number> {
  const headers = { cookie, origin: process.env.PORTAL_URL ?? "", "content-type": "application/json" };
  const response = await fetch(`${portal}/api/v1/accounts/${path}`, { ...request, headers });
  await response.arrayBuffer();
  return response.status;
}
