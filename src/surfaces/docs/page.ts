import { bundleName } from "./bundle.ts";

/** A document that the page offers. */
export interface DescribedApi {
	title: string;
	/** Path on this server. */
	url: string;
}

/**
 * Nothing is loaded from, or sent to, another host, and no script runs but our two files. Scalar writes its style
 * sheet into the page, so styles may be inline; data URLs are its icons.
 */
export const contentSecurityPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data:",
	"font-src 'self' data:",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join("; ");

export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reeve API reference</title>
<link rel="icon" href="data:,">
</head>
<body>
<noscript>This page needs JavaScript. The API is described in <a href="/openapi.json">/openapi.json</a>.</noscript>
<div id="reference"></div>
<script src="/docs/${bundleName}"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** The script that starts the reference. Everything of Scalar's that would speak to its makers' hosts is off. */
export function startScript(apis: readonly DescribedApi[]): string {
	const configuration = {
		sources: apis.map(({ title, url }, position) => ({
			title,
			slug: url.replaceAll(/[^a-z]+/g, "-").replaceAll(/^-|-$/g, ""),
			url,
			default: position === 0,
			agent: { disabled: true },
		})),
		agent: { disabled: true },
		mcp: { disabled: true },
		hideClientButton: true,
		showDeveloperTools: "never",
		telemetry: false,
		withDefaultFonts: false,
		persistAuth: false,
		theme: "default",
		defaultOpenAllTags: false,
	};
	return `Scalar.createApiReference("#reference", ${JSON.stringify(configuration)});\n`;
}
