import { toldInEnglish } from "@/lib/platform/kernel/told";
import { type Said, say } from "@/lib/platform/language/say";

const words: Readonly<Record<string, Said>> = {
  card_declined: say("The bank declined the payment."),
  generic_decline: say("The bank declined the payment."),
  do_not_honor: say("The bank declined the payment."),
  insufficient_funds: say("The account has insufficient funds."),
  expired_card: say("The card has expired."),
  incorrect_number: say("The card number is incorrect."),
  incorrect_cvc: say("The card's security code is incorrect."),
  lost_card: say("The bank declined the payment."),
  stolen_card: say("The bank declined the payment."),
  processing_error: say("The bank couldn't process the payment. Try again later."),
  authentication_required: say("The bank requires you to confirm each payment with this card."),
  authentication_failed: say("The bank couldn't verify your identity."),
  payment_intent_authentication_failure: say("The bank couldn't verify your identity."),
  cancelled: say("The payment was cancelled before it was confirmed."),
  debit_returned: say("The bank returned the direct debit."),
  method_unknown: say("This card or bank account can no longer be charged."),
};

/**
 * Why a payment failed, in words for the payer. A stolen card is simply "declined": its holder must not learn why.
 *
 * In English, as it is stored; `translated` shows it in the reader's language.
 *
 * @param otherwise the gateway's own message for a code not listed here
 */
export const failureInWords = (code: string, otherwise?: string): string =>
  kept(words[code]) ?? otherwise ?? toldInEnglish(say("The payment failed and the bank gave no reason."));

const kept = (said: Said | undefined): string | undefined => said && toldInEnglish(said);
