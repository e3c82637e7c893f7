import { z } from "zod";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { loadPicture } from "./load-picture";

/** A picture of the catalogue, for the staff who look after it. */
export const viewCataloguePicture = defineQuery({
  name: "catalogue.view-picture",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "View a picture of the product catalogue as staff",
  activity: "view a picture of the catalogue",
  input: z.object({ pictureId: id }),
  output: fileOutput,
  http: { method: "GET", path: "/staff/pictures/{pictureId}", file: "image/webp" },
  run: ({ db }, { pictureId }) => loadPicture(db, pictureId),
});
