export { type DocumentOptions, openApiDocument } from "./document.ts";
export { acceptsGzip, serveDocument } from "./serve.ts";
