import type { Feature } from "@/lib/platform/operations/feature";
import { cancelPayment } from "./cancel-payment";
import { checkPayment } from "./check-payment";
import { confirmSandboxPayment } from "./confirm-sandbox-payment";
import { grantAccountCredit } from "./grant-account-credit";
import { listPayments } from "./list-payments";
import { pay } from "./pay";
import { previewPayment } from "./preview-payment";
import { recordTransfer } from "./record-transfer";
import { refundPayment } from "./refund-payment";
import { viewPayment } from "./view-payment";
import { viewRefundable } from "./view-refundable";
import { viewTransferDesk } from "./view-transfer-desk";

export const paymentsFeature: Feature = {
  name: "billing/payments",
  operations: [
    confirmSandboxPayment,
    cancelPayment,
    checkPayment,
    grantAccountCredit,
    listPayments,
    pay,
    previewPayment,
    recordTransfer,
    refundPayment,
    viewPayment,
    viewRefundable,
    viewTransferDesk,
  ],
};
