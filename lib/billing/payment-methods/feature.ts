import type { Feature } from "@/lib/platform/operations/feature";
import { beginSetup } from "./begin-setup";
import { changeAutopay } from "./change-autopay";
import { cardsPart } from "./expiring-cards";
import { finishSetup } from "./finish-setup";
import { listPaymentMethods } from "./list-payment-methods";
import { makeDefault } from "./make-default";
import { removeMethod } from "./remove-method";
import { viewSetupChoices } from "./setup-choices";
import { viewSetup } from "./view-setup";

export const paymentMethodsFeature: Feature = {
  name: "billing/payment-methods",
  operations: [
    beginSetup,
    changeAutopay,
    finishSetup,
    listPaymentMethods,
    makeDefault,
    removeMethod,
    viewSetupChoices,
    viewSetup,
  ],
  dashboard: [cardsPart],
};
