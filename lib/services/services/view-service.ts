import { z } from "zod";
import { type ChosenOption, chosenOption, nextPlanOf } from "@/lib/billing/core/pricing/next-plan";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import { type ServiceDetail, serviceDetail } from "@/lib/services/services/schema";
import { headFields, toHead } from "./list-services";

export const viewService = defineQuery({
  name: "services.view",
  permission: "services.view",
  scope: "account",
  summary: "View a service",
  activity: "view a service",
  input: z.object({ serviceId: id }),
  output: serviceDetail,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}" },
  async run(context, { serviceId }) {
    const row = await context.db.service.findFirst({
      where: accessibleWhere(context, "services.view", { id: serviceId }),
      select: fields,
    });
    if (row === null) throw notFound(t("Service not found."));
    return {
      ...toHead(context, row),
      description: row.product.description,
      hasLogin: row.product.hasLogin,
      options: namesOf(chosenOption.array().parse(row.options)),
      nextPlan: await planToCome(context, row),
      startedAt: iso(row.startedAt),
      cancelledAt: isoOrNull(row.cancelledAt),
      cancelReason: row.cancelReason,
      order: orderOf(row.orders),
      ...debtOf(context, row),
      ...loginsOf(context, row),
      version: row.version,
    };
  },
});

const fields = {
  ...headFields,
  options: true,
  nextPlan: true,
  startedAt: true,
  cancelledAt: true,
  cancelReason: true,
  suspendedForDebt: true,
  version: true,
  credentials: { select: { id: true, label: true }, orderBy: [{ label: "asc" }, { id: "asc" }] },
  orders: {
    select: { number: true, createdAt: true, contact: { select: { name: true } } },
    orderBy: { number: "desc" },
    take: 1,
  },
} satisfies Prisma.ServiceSelect;

const namesOf = (options: readonly ChosenOption[]): string[] => options.map(({ name }) => name);

async function planToCome(context: Context, row: Row): Promise<ServiceDetail["nextPlan"]> {
  const next = nextPlanOf(row);
  if (next === null) return null;
  const { name } = await context.db.product.findUniqueOrThrow({
    where: { id: next.productId },
    select: { name: true },
  });
  return { product: name, term: next.interval, options: namesOf(next.options) };
}

type Row = Prisma.ServiceGetPayload<{ select: typeof fields }>;

function orderOf([order]: Row["orders"]): ServiceDetail["order"] {
  if (order === undefined) return null;
  return { number: order.number, placedAt: iso(order.createdAt), placedBy: order.contact.name };
}

const debtOf = ({ viewer }: Context, row: Row): Pick<ServiceDetail, "stoppedForDebt"> =>
  canSome(viewer, "billing.invoices.view") ? { stoppedForDebt: row.suspendedForDebt } : {};

const loginsOf = (context: Context, row: Row): Pick<ServiceDetail, "logins"> =>
  can(context.viewer, "services.credentials.view", row) ? { logins: row.credentials } : {};
