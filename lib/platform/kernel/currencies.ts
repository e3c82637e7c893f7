import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";

/** The currencies invoices can be in. */
const currencies = ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD", "AUD", "JPY"] as const;

export const currency = z.enum(currencies, issue("Choose a currency from the list."));

export const currencyOptions = currencies.map((code) => ({ value: code, label: code }));
