import { moduleTitles } from "../../kernel/modules.ts";
import type { AnyOpenCall } from "../../kernel/open-call.ts";
import { type ProblemCode, problemReferences } from "./responses.ts";
import type { Json, SharedSchemas } from "./shared-schemas.ts";

const problems: readonly ProblemCode[] = [
	"invalid",
	"unauthenticated",
	"forbidden",
	"not_found",
	"conflict",
	"too_large",
	"unsupported_media_type",
	"too_many_requests",
	"internal",
	"unavailable",
];

/** What an open call looks like in the document: no credential, and cookies that no script reads. */
export function openCallItem(call: AnyOpenCall, shared: SharedSchemas): Json {
	const { id, summary, description, input, example, output } = call;
	const takesBody = call.method !== "GET";
	return {
		operationId: id,
		tags: [moduleTitles.sign_in],
		summary: summary.replace(/\.$/, ""),
		description: [
			...(description === undefined ? [] : [description]),
			"Asks for no credential. Attempts are limited by address and by person.",
		].join("\n\n"),
		security: [],
		...(takesBody
			? {
					requestBody: {
						required: true,
						content: {
							"application/json": { schema: input, example: example.input },
						},
					},
				}
			: {}),
		responses: {
			"200": {
				description: "The answer",
				headers: {
					"X-Request-Id": { $ref: "#/components/headers/X-Request-Id" },
				},
				content: {
					"application/json": {
						schema: shared.refer(output),
						example: example.output,
					},
				},
			},
			...problemReferences(problems),
		},
	};
}
