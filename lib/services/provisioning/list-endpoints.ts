import { z } from "zod";
import { countedBy, FORMS_PAGE_SIZE, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { endpointList } from "./schema";

export const listEndpoints = defineQuery({
  name: "provisioning.list-endpoints",
  permission: "staff.provisioning.manage",
  scope: "staff",
  summary: "List the connected provisioning systems",
  activity: "view provisioning systems",
  input: z.object(pageInput),
  output: endpointList,
  http: { method: "GET", path: "/staff/provisioning" },
  run: async ({ db }, { page }) => {
    const endpoints = db.provisioningEndpoint.findMany({
      select: {
        id: true,
        name: true,
        url: true,
        active: true,
        isDefault: true,
        version: true,
        _count: { select: { products: true } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      ...pageSlice(page, FORMS_PAGE_SIZE),
    });
    const [found, total] = await Promise.all([endpoints, db.provisioningEndpoint.count(countedBy({ name: "asc" }))]);
    const items = found.map(({ _count, ...endpoint }) => ({ ...endpoint, products: _count.products }));
    return pageResult(items, total, page, FORMS_PAGE_SIZE);
  },
});
