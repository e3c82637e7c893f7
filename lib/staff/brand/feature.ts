import type { Feature } from "@/lib/platform/operations/feature";
import { removeLogo } from "./remove-logo";
import { setLogo } from "./set-logo";
import { updateBrand } from "./update-brand";
import { viewBrand } from "./view-brand";

export const brandFeature: Feature = {
  name: "staff/brand",
  operations: [removeLogo, setLogo, updateBrand, viewBrand],
};
