import type { Feature } from "@/lib/platform/operations/feature";
import { listProducts } from "./list-products";

export const catalogueFeature: Feature = {
  name: "services/catalogue",
  operations: [listProducts],
};
