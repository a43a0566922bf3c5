import type { AnyOpenCall } from "../../kernel/open-call.ts";
import { beginSso } from "./begin-sso.ts";
import { completeSso } from "./complete-sso.ts";

export const ssoCalls: readonly AnyOpenCall[] = [beginSso, completeSso];
