import { toldInEnglish } from "@/lib/platform/kernel/told";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { type Said, say } from "@/lib/platform/language/say";
import { t, translated } from "@/lib/platform/language/t";

const withValue: readonly Sentence[] = [
  msg("It answered with status {value}."),
  msg("It couldn't be reached: {value}"),
  msg("The answer says that the service is active, but its credentials can't be used. {value}"),
];

/** What is kept of a failed delivery: in English, as it is found and read without the portal too. */
export const deliveryErrors = {
  redirected: () => kept(say("It answered with a redirect, which isn't followed. Enter the address it leads to.")),
  status: (value: number) => kept(say("It answered with status {value}.", { value })),
  private: () => kept(say("Its address is private. Set PROVISIONING_PRIVATE=allow if it is in your own network.")),
  unsigned: () =>
    kept(say("Its signing key can't be read: the key it was encrypted with is missing or another one. Replace it.")),
  late: () => kept(say("It didn't answer in time.")),
  unreachable: (value: string) => kept(say("It couldn't be reached: {value}", { value })),
  unusable: () => kept(say("The answer says that the service is active, but its credentials can't be used.")),
  wrongLogin: (value: string) =>
    kept(say("The answer says that the service is active, but its credentials can't be used. {value}", { value })),
};

const kept = (said: Said): string => toldInEnglish(said);

/** A kept error in the reader's language. What another system said in it stays as it is. */
export function deliveryErrorInWords(error: string): string {
  for (const sentence of withValue) {
    const [before = "", after = ""] = String(sentence).split("{value}");
    const fits = error.startsWith(before) && error.endsWith(after) && error.length > before.length + after.length;
    if (fits) return t(sentence, { value: translated(error.slice(before.length, error.length - after.length)) });
  }
  return translated(error);
}
