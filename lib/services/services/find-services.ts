import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { withWords } from "@/lib/services/core/with-words";

/** Services by name or product. */
export async function findServices(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const found = await context.db.service.findMany({
    where: accessibleWhere(context, "services.view", await withWords(context, q)),
    select: { id: true, name: true, status: true, settingUp: true, product: { select: { name: true } } },
    orderBy: [{ nameSearch: "asc" }, { id: "asc" }],
    take: MOST_OF_A_KIND,
  });
  return found.map(({ id, name, status, settingUp, product }) => ({
    kind: t("Services"),
    title: name,
    subtitle:
      status === "active" && !settingUp
        ? product.name
        : t(
            "{product} · {status, select, settingUp {setting up} pending {pending} suspended {suspended} cancelled {cancelled} other {active}}",
            { product: product.name, status: settingUp ? "settingUp" : status },
          ),
    href: `/a/${context.account.id}/services/${id}`,
  }));
}
