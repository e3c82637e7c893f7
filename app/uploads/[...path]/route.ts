import { answerUpload } from "@/lib/http/uploads/answer-upload";

// For development only: the portal's own server answers these before Next (lib/http/server/answer-uploads.ts).
export {
  answerUpload as DELETE,
  answerUpload as HEAD,
  answerUpload as OPTIONS,
  answerUpload as PATCH,
  answerUpload as POST,
};
