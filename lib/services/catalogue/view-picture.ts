import { z } from "zod";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { loadPicture } from "./load-picture";

/** A picture of the catalogue, for those who may order from it. */
export const viewPicture = defineQuery({
  name: "services.view-picture",
  permission: "services.order",
  scope: "account",
  summary: "View a picture of the product catalogue",
  activity: "view a product picture",
  input: z.object({ pictureId: id }),
  output: fileOutput,
  http: { method: "GET", path: "/accounts/{accountId}/pictures/{pictureId}", file: "image/webp" },
  run: ({ db }, { pictureId }) => loadPicture(db, pictureId),
});
