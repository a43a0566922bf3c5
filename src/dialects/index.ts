import type { Dialect } from "./dialect.ts";
import { netbird } from "./netbird/index.ts";

/** The vendors' wires that this server speaks. */
export const dialects: readonly Dialect[] = [netbird];

export type { Dialect } from "./dialect.ts";
export { type DialectDocumentOptions, dialectDocument } from "./openapi.ts";
export { serveDialect } from "./serve.ts";
