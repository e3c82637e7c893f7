import { cellsOf } from "./cells-of";

// Prices are part of what operations on services show.
cellsOf("Billing", ["billing.prices.view"]);
