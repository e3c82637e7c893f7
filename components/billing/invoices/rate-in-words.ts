/** A tax rate in basis points as the reader writes it: 2100 is "21%", 550 is "5.5%". */
export const rateInWords = (basisPoints: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(basisPoints / 10_000);
