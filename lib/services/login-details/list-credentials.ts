import { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { linkStateOf } from "./link-state";
import { enteredLogins, MOST_OF_A_SERVICE } from "./schema";

const LINKS = 10;

/** For staff: which login details a service has, by label alone, and how the links to them stand. */
export const listCredentials = defineQuery({
  name: "services.list-credentials",
  permission: "services.set-up",
  scope: "account",
  loginDetails: true,
  summary: "List which credentials a service has, without them, and the links sent",
  activity: "view which credentials a service has",
  input: z.object({ serviceId: id }),
  output: enteredLogins,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}/logins" },
  run: async (context, { serviceId }) => {
    const { db, account, realNow } = context;
    const its = { accountId: account.id, serviceId };
    const seen = db.service.findFirst({
      where: accessibleWhere(context, "services.set-up", { id: serviceId }),
      select: { id: true, name: true },
    });
    const entered = db.serviceCredential.findMany({
      where: its,
      select: { id: true, label: true, replacedAt: true, version: true },
      orderBy: [{ label: "asc" }, { id: "asc" }],
      take: MOST_OF_A_SERVICE,
    });
    const sent = db.credentialLink.findMany({
      where: its,
      include: { contact: { select: { name: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LINKS,
    });
    const [service, credentials, links] = await Promise.all([seen, entered, sent]);
    if (service === null) throw notFound(t("Service not found."));
    return {
      service,
      items: credentials.map((one) => ({ ...one, replacedAt: isoOrNull(one.replacedAt) })),
      hasRoom: credentials.length < MOST_OF_A_SERVICE,
      links: links.map((link) => ({
        id: link.id,
        contactName: link.contact.name,
        sentAt: iso(link.createdAt),
        expiresAt: iso(link.expiresAt),
        state: linkStateOf(link, realNow),
      })),
    };
  },
});
