import { z } from "zod";
import { heldPermissionSchema } from "@/lib/identity/core/schema";
import { defineQuery } from "@/lib/platform/operations/operation";
import { areaName } from "@/lib/policy/areas";
import { entryOf, nameOf, permissionKeys, titleOf } from "@/lib/policy/permissions";
import { heldPermissions } from "./held-permissions";

/** The permissions a new token can have. */
export const listHeldPermissions = defineQuery({
  name: "profile.list-held-permissions",
  permission: "profile.manage",
  scope: "self",
  summary: "List the permissions you can grant to a token",
  activity: "view own permissions",
  input: z.object({}),
  output: z.object({ items: z.array(heldPermissionSchema).max(permissionKeys.length) }),
  http: { method: "GET", path: "/me/permissions" },
  run: async (context) => {
    const held = await heldPermissions(context);
    return {
      items: held.map((permission) => {
        const area = areaName(entryOf(permission).area);
        return { permission, area, name: nameOf(permission), title: titleOf(permission) };
      }),
    };
  },
});
