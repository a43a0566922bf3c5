import type { Dialect } from "./dialect.ts";
import { netbird } from "./netbird/index.ts";
import { opmanager } from "./opmanager/index.ts";
import { umbrella } from "./umbrella/index.ts";

/** The vendors' wires that this server speaks. */
export const dialects: readonly Dialect[] = [umbrella, opmanager, netbird];

export type { Dialect } from "./dialect.ts";
export { type DialectDocumentOptions, dialectDocument } from "./openapi.ts";
export { serveDialect } from "./serve.ts";
export { answerUnreadableIn } from "./unreadable.ts";
