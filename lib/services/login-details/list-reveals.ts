import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { loginReveals, MOST_REVEALS } from "./schema";

/** Who saw which login details of a service when, newest first: for those who may see what others did. */
export const listReveals = defineQuery({
  name: "services.list-reveals",
  permission: "activity.view",
  alsoNeeds: ["services.view"],
  scope: "account",
  loginDetails: true,
  summary: "List who last revealed credentials of a service, newest first",
  activity: "view who revealed credentials",
  input: z.object({ serviceId: id }),
  output: loginReveals,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}/logins/reveals" },
  run: async (context, { serviceId }) => {
    const { db, account } = context;
    const seen = db.service.findFirst({
      where: accessibleWhere(context, "services.view", { id: serviceId }),
      select: { id: true },
    });
    const found = db.credentialReveal.findMany({
      where: { accountId: account.id, serviceId },
      select: { id: true, at: true, contactName: true, label: true, byLink: true },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_REVEALS + 1,
    });
    const [service, reveals] = await Promise.all([seen, found]);
    if (service === null) throw notFound(t("Service not found."));
    return {
      items: reveals.slice(0, MOST_REVEALS).map((reveal) => ({ ...reveal, at: iso(reveal.at) })),
      hasMore: reveals.length > MOST_REVEALS,
    };
  },
});
