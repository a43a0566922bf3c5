import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { packageRoot } from "../../package-root.ts";
import { holdsAlready } from "../rest/preconditions.ts";
import { type BuiltFiles, watchBuild } from "./built-files.ts";
import { encodingFor } from "./encodings.ts";
import { missingPage } from "./missing-page.ts";
import { writeSecurityHeaders } from "./security-headers.ts";

export interface ConsoleOptions {
	/** The root of the package unless said. */
	folder?: string;
	/** Where browsers reach the server, when the operator says so. */
	publicUrl?: string | undefined;
	/** Answers what is no page of the console. */
	otherwise: (request: FastifyRequest, reply: FastifyReply) => void;
}

const KEEP_FOREVER = "public, max-age=31536000, immutable";
const HTML = "text/html; charset=utf-8";

/** Paths of programs. What they do not know is answered in their words, never with a page. */
const PROGRAMS =
	/^\/(api|v1|docs|healthz|readyz|metrics|assets|openapi(\.json)?)(\/|$)/;

/**
 * Serves the console: its files below `/assets`, and its page for `/` and for every path that no other surface has,
 * when a browser asks for a page there; which pages exist, the console knows. Without a build the page says so.
 */
export function registerConsole(
	app: FastifyInstance,
	options: ConsoleOptions,
): void {
	const folder = options.folder ?? join(packageRoot, "dist/console");
	const { built, newest } = watchBuild(folder);
	app.get<{ Params: { name: string } }>(
		"/assets/:name",
		async (request, reply) => {
			const served = await sendAsset(await built(), request, reply, options);
			if (!served) options.otherwise(request, reply);
			return reply;
		},
	);
	const page = async (request: FastifyRequest, reply: FastifyReply) => {
		writeSecurityHeaders(request, reply, options.publicUrl);
		return sendPage(await newest(), request, reply);
	};
	app.get("/", page);
	app.setNotFoundHandler(async (request, reply) => {
		if (asksForPage(request)) return page(request, reply);
		options.otherwise(request, reply);
		return reply;
	});
}

/** Whether a browser is being led to a page, as opposed to a program that has the wrong address. */
function asksForPage({ method, url, headers }: FastifyRequest): boolean {
	if (method !== "GET" && method !== "HEAD") return false;
	if (PROGRAMS.test(url.replace(/[?#].*$/, ""))) return false;
	return /\btext\/html\b/.test(headers.accept ?? "");
}

function sendPage(
	build: BuiltFiles | undefined,
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	reply.header("cache-control", "no-cache");
	if (!build)
		return reply
			.code(503)
			.type(HTML)
			.header("retry-after", "5")
			.send(missingPage);
	reply.header("etag", build.pageTag);
	if (holdsAlready(request.headers["if-none-match"], build.pageTag))
		return reply.code(304).send();
	return reply.type(HTML).send(build.page);
}

/** Sends a file of the build in the smallest form that the browser reads; false when the build has none such. */
async function sendAsset(
	build: BuiltFiles | undefined,
	request: FastifyRequest<{ Params: { name: string } }>,
	reply: FastifyReply,
	options: ConsoleOptions,
): Promise<boolean> {
	const { name } = request.params;
	const encoding = encodingFor(request.headers["accept-encoding"]);
	const bytes = await build?.read(name, encoding)?.catch(() => undefined);
	if (!build || !bytes) return false;
	writeSecurityHeaders(request, reply, options.publicUrl)
		.header("cache-control", KEEP_FOREVER)
		.header("vary", "accept-encoding")
		.header("content-type", build.typeOf(name));
	if (encoding !== "identity") reply.header("content-encoding", encoding);
	reply.send(bytes);
	return true;
}
