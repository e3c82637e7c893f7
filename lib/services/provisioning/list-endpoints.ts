import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { endpointList } from "./schema";

export const listEndpoints = defineQuery({
  name: "provisioning.list-endpoints",
  permission: "staff.provisioning.manage",
  scope: "staff",
  summary: "List the connected provisioning systems",
  activity: "view provisioning systems",
  input: z.object({}),
  output: endpointList,
  http: { method: "GET", path: "/staff/provisioning" },
  run: async ({ db }) => {
    const found = await db.provisioningEndpoint.findMany({
      select: {
        id: true,
        name: true,
        url: true,
        active: true,
        isDefault: true,
        version: true,
        _count: { select: { products: true } },
      },
      orderBy: { name: "asc" },
    });
    return { items: found.map(({ _count, ...endpoint }) => ({ ...endpoint, products: _count.products })) };
  },
});
