export { stripeWebhook as POST } from "@/lib/entrances/stripe-webhook";
