import type { NextRequest } from "next/server";
import { type NextAuthContext, nextAuth } from "@/lib/http/next-auth";

export const GET = (request: NextRequest, context: NextAuthContext): Promise<Response> => nextAuth(request, context);

export const POST = (request: NextRequest, context: NextAuthContext): Promise<Response> => nextAuth(request, context);
