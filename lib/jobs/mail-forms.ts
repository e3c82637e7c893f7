import { features } from "@/lib/features";
import type { MailForm } from "@/lib/platform/operations/mail-form";

/** Everything that can be asked for by email in an agreed form. */
export const mailForms: readonly MailForm[] = features.flatMap(({ mailForms = [] }) => mailForms);
