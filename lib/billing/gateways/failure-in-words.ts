const words: Readonly<Record<string, string>> = {
  card_declined: "The bank declined the payment.",
  generic_decline: "The bank declined the payment.",
  do_not_honor: "The bank declined the payment.",
  insufficient_funds: "The account has insufficient funds.",
  expired_card: "The card has expired.",
  incorrect_number: "The card number is incorrect.",
  incorrect_cvc: "The card's security code is incorrect.",
  lost_card: "The bank declined the payment.",
  stolen_card: "The bank declined the payment.",
  processing_error: "The bank couldn't process the payment. Try again later.",
  authentication_required: "The bank requires you to confirm each payment with this card.",
  authentication_failed: "The bank couldn't verify your identity.",
  payment_intent_authentication_failure: "The bank couldn't verify your identity.",
  cancelled: "The payment was cancelled before it was confirmed.",
  debit_returned: "The bank returned the direct debit.",
  method_unknown: "This card or bank account can no longer be charged.",
};

/**
 * Why a payment failed, in words for the payer. A stolen card is simply "declined": its holder must not learn why.
 *
 * @param otherwise the gateway's own message for a code not listed here
 */
export const failureInWords = (code: string, otherwise?: string): string =>
  words[code] ?? otherwise ?? "The payment failed and the bank gave no reason.";
