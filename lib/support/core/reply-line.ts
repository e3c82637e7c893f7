/** Around the sentence above which people write their reply: in no language, so that it is found in all of them. */
export const REPLY_LINE = { begin: "##-", end: "-##" } as const;
