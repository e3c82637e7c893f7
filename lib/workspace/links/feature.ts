import type { Feature } from "@/lib/platform/operations/feature";
import { addLink } from "./add-link";
import { deleteLink } from "./delete-link";
import { findLinks } from "./find-links";
import { listLinks } from "./list-links";
import { liveLinks } from "./live-links";
import { updateLink } from "./update-link";
import { viewLink } from "./view-link";

export const linksFeature: Feature = {
  name: "workspace/links",
  operations: [addLink, deleteLink, listLinks, updateLink, viewLink],
  search: [findLinks],
  live: [liveLinks],
};
