-- The worker passes over the methods of a gateway that is not set up: nobody could be asked to forget them.
GRANT SELECT ("gateway") ON "PaymentMethod" TO portcullis_worker;
