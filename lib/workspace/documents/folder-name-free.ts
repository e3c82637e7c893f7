import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { isFolderNameFree } from "./free-name";

/** @throws Problem `invalid` if another folder there has this name, in capitals or not */
export async function requireFreeName(
  context: Context<"account">,
  wanted: { readonly folderId: string; readonly name: string; readonly except?: string },
): Promise<void> {
  if (await isFolderNameFree(context, wanted)) return;
  throw invalidField("name", t("There is already a folder “{name}” here.", { name: wanted.name }));
}
