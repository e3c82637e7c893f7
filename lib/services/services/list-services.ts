import { z } from "zod";
import { ServiceStatus } from "@/lib/platform/db/enum-values";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { forbidden } from "@/lib/platform/operations/forbidden";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { priceOf } from "@/lib/services/core/price-of";
import { serviceStatus } from "@/lib/services/core/schema";
import { withWords } from "@/lib/services/core/with-words";
import { type ServiceHead, serviceList } from "@/lib/services/services/schema";

const orders = {
  name: (sort) => [{ nameSearch: sort }],
  product: (sort) => [{ product: { nameSearch: sort } }, { nameSearch: "asc" }],
  status: (sort) => [{ status: sort }, { nameSearch: "asc" }],
  location: (sort) => [{ location: sort }, { nameSearch: "asc" }],
  renews: (sort) => [{ renewsAt: { sort, nulls: "last" } }, { nameSearch: "asc" }],
  price: (sort) => [{ priceMinor: sort }, { nameSearch: "asc" }],
} satisfies Record<string, (sort: Direction) => Prisma.ServiceOrderByWithRelationInput[]>;

const input = z.object({
  ...cursorInput,
  ...sortInput(orders, "status", "asc"),
  status: serviceStatus.optional(),
  family: z.string().max(100).default(""),
  q: z.string().trim().max(100).default("").describe("Part of the service or product name"),
});

export const listServices = defineQuery({
  name: "services.list",
  permission: "services.view",
  alsoChecks: ["billing.prices.view"],
  scope: "account",
  summary: "List services, active ones first",
  activity: "view services",
  input,
  output: serviceList,
  http: { method: "GET", path: "/accounts/{accountId}/services" },
  async run(context, asked) {
    const where = accessibleWhere(context, "services.view", {
      AND: [filterOf(asked), await withWords(context, asked.q), await pricedOnly(context, asked)],
    });
    const list = keysetList("services.list", orders, asked, { statusKey: ServiceStatus });
    const select = list.select(headFields);
    const [found, total, families] = await Promise.all([
      list.read((part) => context.db.service.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.service.count({ where, ...countedBy({ nameSearch: "asc" }) }),
      familiesOf(context),
    ]);
    const page = list.page(found, total);
    return { ...page, items: page.items.map((row) => toHead(context, row)), families };
  },
});

/** An order by price tells which service costs more: it is for those who see prices, and has the services whose price they see. */
async function pricedOnly(
  context: Context<"account">,
  { sort }: Pick<z.output<typeof input>, "sort">,
): Promise<Prisma.ServiceWhereInput> {
  if (sort !== "price") return {};
  const { viewer, people } = context;
  if (!canSome(viewer, "billing.prices.view")) throw await forbidden(viewer, "billing.prices.view", people);
  return accessibleWhere(context, "billing.prices.view");
}

function filterOf({ status, family }: Pick<z.output<typeof input>, "status" | "family">): Prisma.ServiceWhereInput {
  const filters: Prisma.ServiceWhereInput[] = [];
  if (status !== undefined) filters.push({ statusKey: status });
  if (family !== "") filters.push({ product: { family } });
  return filters.length > 0 ? { AND: filters } : {};
}

export const headFields = {
  id: true,
  accountId: true,
  name: true,
  status: true,
  settingUp: true,
  location: true,
  renewsAt: true,
  cancelAtPeriodEnd: true,
  priceMinor: true,
  currency: true,
  interval: true,
  product: { select: { name: true, family: true, description: true, hasLogin: true } },
} satisfies Prisma.ServiceSelect;

export function toHead(context: Context, row: Prisma.ServiceGetPayload<{ select: typeof headFields }>): ServiceHead {
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    settingUp: row.settingUp,
    product: row.product.name,
    family: row.product.family,
    location: row.location,
    renewsAt: row.cancelAtPeriodEnd ? null : isoOrNull(row.renewsAt),
    endsAt: row.cancelAtPeriodEnd ? isoOrNull(row.renewsAt) : null,
    ...priceOf(context, row),
  };
}

async function familiesOf(context: Context<"account">): Promise<string[]> {
  const products = await context.db.product.findMany({
    where: { services: { some: accessibleWhere(context, "services.view", {}) } },
    select: { family: true },
    distinct: ["family"],
    orderBy: { family: "asc" },
  });
  return products.map(({ family }) => family);
}
