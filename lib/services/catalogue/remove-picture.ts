import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { pictureOf } from "./schema";
import { ownerOf, replacePicture } from "./set-picture";

export const removePicture = defineCommand({
  name: "catalogue.remove-picture",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "Remove the picture of a product or category",
  activity: "remove a picture",
  input: z.object({ of: pictureOf, ownerId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/pictures/remove" },
  run: async ({ db }, { of, ownerId }) => {
    const owner = await ownerOf(db, of, ownerId);
    await replacePicture(db, { of, ownerId, ...owner }, null);
    return {
      output: { id: ownerId },
      audit: { summary: say("Removed the picture of {name}", { name: owner.name }), target: { type: of, id: ownerId } },
    };
  },
});
