import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { withLanguage } from "@/lib/platform/language/with-language";
import { isOwner } from "@/lib/policy/subject";

/** Words that stay on a document of the account, in the language of its owner, whoever or whatever has caused it. */
export async function asOwnerReads<T>({ people }: NotifyingContext, words: () => T): Promise<T> {
  const owner = (await people()).find(({ subject }) => isOwner(subject));
  return owner === undefined ? words() : withLanguage(owner.locale, words);
}
