import { defaultLimits } from "../../src/kernel/limit-settings.ts";
import { Registry } from "../../src/kernel/registry.ts";
import { operations } from "../../src/modules/index.ts";
import { openCalls } from "../../src/modules/open-calls.ts";
import { version } from "../../src/package-root.ts";
import { openApiDocument } from "../../src/surfaces/openapi/index.ts";
import { clientText } from "./client.ts";
import { permissionsText } from "./permissions.ts";

/** Everything derived from the operations, by its path in `generated`. Same operations, same text. */
export function generatedFiles(): Record<string, string> {
	const document = openApiDocument(new Registry(operations), {
		version,
		serverUrl: "/",
		limits: defaultLimits,
		openCalls,
	});
	return {
		"openapi.json": `${JSON.stringify(document, null, "\t")}\n`,
		"client.ts": clientText(operations, openCalls),
		"permissions.md": permissionsText(operations, defaultLimits),
	};
}
