export { stripeWebhook as POST } from "@/lib/http/stripe-webhook";
