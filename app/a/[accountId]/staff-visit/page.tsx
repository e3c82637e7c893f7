import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { visitNeeded } from "@/app/visit-needed";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Your access") });

/** A member of staff sees and changes what they have open of an account. */
export default accountPage((page) =>
  visitNeeded(page, page.account.id, {
    title: t("Your access"),
    detail: t("{account}: why you have its records open. The customer reads it.", { account: page.account.name }),
    asks: false,
    back: page.search.next,
  }),
);
