import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** A service whose login details staff are about to change: it is set up, and not cancelled. */
export async function serviceInUse(context: Context<"account">, serviceId: string): Promise<{ name: string }> {
  const service = await context.db.service.findFirst({
    where: accessibleWhere(context, "services.set-up", { id: serviceId }),
    select: { name: true, status: true, settingUp: true },
  });
  if (service === null) throw notFound(t("Service not found."));
  const { name, status, settingUp } = service;
  if (settingUp || status === "pending" || status === "cancelled") {
    throw new Problem(
      "conflict",
      t("Credentials can be changed once the service is set up, and until it is cancelled."),
    );
  }
  return { name };
}

interface Wanted {
  readonly serviceId: string;
  readonly credentialId: string;
}

/** The label of login details to change. Nothing more: staff enter login details and don't read them. */
export async function findEntered(context: Context<"account">, { serviceId, credentialId }: Wanted) {
  const { name } = await serviceInUse(context, serviceId);
  const entered = await context.db.serviceCredential.findFirst({
    where: { accountId: context.account.id, serviceId, id: credentialId },
    select: { label: true },
  });
  if (entered === null) throw notFound(t("Credentials not found."));
  return { name, label: entered.label };
}
