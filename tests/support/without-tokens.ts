/** A mail's text without the random ends of its links, in which any short word comes to stand one day. */
export const withoutTokens = (text: string): string => text.replace(/[\w-]{43}/g, "…");
