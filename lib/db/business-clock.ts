import { shifted } from "./clock-shift";
import { asIdentity } from "./door";

/** What billing takes for "now". Sessions, tokens, rate limits and links keep the real time. */
export const businessNow = (): Promise<Date> => asIdentity((db) => shifted(db, new Date()));
