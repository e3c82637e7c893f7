import type { Feature } from "@/lib/platform/operations/feature";
import { createTag } from "./create-tag";
import { deleteTag } from "./delete-tag";
import { listTags } from "./list-tags";
import { listTicketTags } from "./list-ticket-tags";

export const tagsFeature: Feature = {
  name: "support/tags",
  operations: [createTag, deleteTag, listTags, listTicketTags],
};
