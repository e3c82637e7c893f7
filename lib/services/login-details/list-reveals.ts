import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { countedBy, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { loginReveals } from "./schema";

/** Who saw which login details of a service when, newest first: for those who may see what others did. */
export const listReveals = defineQuery({
  name: "services.list-reveals",
  permission: "activity.view",
  alsoNeeds: ["services.view"],
  scope: "account",
  summary: "List who revealed which credentials of a service, newest first",
  activity: "view who revealed credentials",
  input: z.object({ serviceId: id, ...pageInput }),
  output: loginReveals,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}/logins/reveals" },
  run: async (context, { serviceId, page }) => {
    const { db, account } = context;
    const seen = db.service.findFirst({
      where: accessibleWhere(context, "services.view", { id: serviceId }),
      select: { id: true },
    });
    const where = { accountId: account.id, serviceId };
    const [service, reveals, total] = await Promise.all([
      seen,
      db.credentialReveal.findMany({
        where,
        select: { id: true, at: true, contactName: true, label: true, byLink: true },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        ...pageSlice(page),
      }),
      db.credentialReveal.count({ where, ...countedBy({ at: "desc" }) }),
    ]);
    if (service === null) throw notFound(t("Service not found."));
    return pageResult(
      reveals.map((reveal) => ({ ...reveal, at: iso(reveal.at) })),
      total,
      page,
    );
  },
});
