import type { TestPortal } from "@/tests/fixtures/portal";

/** The token in the `/{page}/…` link of the latest email to an address. */
export async function tokenMailed(portal: TestPortal, address: string, page: string): Promise<string> {
  const mail = await portal.owner.outboxMail.findFirst({
    where: { toAddress: address, html: { contains: `/${page}/` } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const token = new RegExp(`/${page}/([\\w.-]+)`).exec(mail?.html ?? "")?.[1];
  if (token === undefined) throw new Error(`No mail to ${address} with a link to /${page}/`);
  return token;
}

export const mailsTo = (portal: TestPortal, address: string) =>
  portal.owner.outboxMail.findMany({
    where: { toAddress: address },
    orderBy: { id: "asc" },
    select: { subject: true, template: true, kind: true },
  });
