import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { presentLink, visibleLink } from "./link-record";
import { linkItem } from "./schema";

/** One link, to edit it. */
export const viewLink = defineQuery({
  name: "links.view",
  permission: "links.search",
  scope: "account",
  summary: "View one link",
  activity: "view a link",
  input: z.object({ linkId: id }),
  output: linkItem,
  http: { method: "GET", path: "/accounts/{accountId}/links/{linkId}" },
  run: async (context, { linkId }) => presentLink(context, await visibleLink(context, linkId)),
});
