import type { Feature } from "@/lib/platform/operations/feature";
import { declareInterest } from "./declare-interest";
import { deleteInterest } from "./delete-interest";
import { listInterests } from "./list-interests";
import { updateInterest } from "./update-interest";

export const interestsFeature: Feature = {
  name: "workspace/interests",
  operations: [declareInterest, deleteInterest, listInterests, updateInterest],
};
