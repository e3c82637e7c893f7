/** As much of a text as fits, but no half of a character: neither JSON columns nor the portal's own input accept one. */
export const cutText = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
