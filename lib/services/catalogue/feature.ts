import type { Feature } from "@/lib/platform/operations/feature";
import { changeAvailability } from "./change-availability";
import { createCategory } from "./create-category";
import { createProduct } from "./create-product";
import { endPrice } from "./end-price";
import { listCatalogue } from "./list-catalogue";
import { listCategories } from "./list-categories";
import { listProductChoices } from "./list-product-choices";
import { listProducts } from "./list-products";
import { removePicture } from "./remove-picture";
import { saveOption } from "./save-option";
import { setPicture } from "./set-picture";
import { setPrice } from "./set-price";
import { updateCategory } from "./update-category";
import { updateProduct } from "./update-product";
import { viewCataloguePicture } from "./view-catalogue-picture";
import { viewCatalogueProduct } from "./view-catalogue-product";
import { viewPicture } from "./view-picture";

export const catalogueFeature: Feature = {
  name: "services/catalogue",
  operations: [
    listProducts,
    viewPicture,
    listCatalogue,
    listProductChoices,
    viewCatalogueProduct,
    createProduct,
    updateProduct,
    changeAvailability,
    setPrice,
    endPrice,
    saveOption,
    listCategories,
    createCategory,
    updateCategory,
    setPicture,
    removePicture,
    viewCataloguePicture,
  ],
};
