const words: Readonly<Record<string, string>> = {
  card_declined: "The bank declined the payment.",
  generic_decline: "The bank declined the payment.",
  do_not_honor: "The bank declined the payment.",
  insufficient_funds: "There is not enough money on the account.",
  expired_card: "The card has expired.",
  incorrect_number: "The card number is not right.",
  incorrect_cvc: "The card's security code is not right.",
  lost_card: "The bank declined the payment.",
  stolen_card: "The bank declined the payment.",
  processing_error: "The bank could not work on the payment just now.",
  authentication_required: "The bank wants to be sure that it is you: this card needs you to confirm each payment.",
  authentication_failed: "The bank could not confirm that it was you.",
  payment_intent_authentication_failure: "The bank could not confirm that it was you.",
  cancelled: "The payment was given up before the bank had confirmed it.",
  debit_returned: "The bank returned the direct debit.",
  method_unknown: "This card or bank account cannot be charged any more.",
};

/**
 * Why a payment failed, for the payer. A stolen card is declined and no more: whoever holds it need not learn why.
 *
 * @param otherwise what the gateway says of a code that we have no words for
 */
export const failureInWords = (code: string, otherwise?: string): string =>
  words[code] ?? otherwise ?? "The payment did not go through, and the bank did not say why.";
