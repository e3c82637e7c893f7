import type { Feature } from "@/lib/platform/operations/feature";
import { chooseAccount } from "./choose-account";
import { decideInboundMail } from "./decide-inbound-mail";
import { listInboundMail } from "./list-inbound-mail";
import { listOwnWaiting } from "./list-own-waiting";
import { mailSecret } from "./sealed-mail";
import { viewInboundMail } from "./view-inbound-mail";
import { viewOriginal } from "./view-original";

export const inboundMailFeature: Feature = {
  name: "support/inbound-mail",
  operations: [listInboundMail, viewInboundMail, viewOriginal, decideInboundMail, listOwnWaiting, chooseAccount],
  sealed: [mailSecret],
};
