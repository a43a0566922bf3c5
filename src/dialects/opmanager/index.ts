import type { Dialect } from "../dialect.ts";
import { readCredential } from "./credential.ts";
import { customerScope } from "./customer.ts";
import { customerRoutes } from "./customers.ts";
import { deviceChangeRoutes } from "./device-changes.ts";
import { deviceListRoutes } from "./device-lists.ts";
import { deviceSummaryRoutes } from "./device-summary.ts";
import { errorAnswer } from "./error-answer.ts";
import { readBody } from "./given-parameters.ts";
import { probeRoutes } from "./probes.ts";
import { userRoutes } from "./users.ts";

/** Who exceeds the figure of an endpoint stays out of that endpoint for a minute. */
const BLOCK_MS = 60_000;

export const opmanager: Dialect = {
	name: "opmanager",
	title: "OpManager REST API",
	description:
		"The REST API of OpManager. Parameters come in the query, in a form or as fields of a JSON body; unknown ones are refused. `selCustomerID` scopes a provider's call to a customer. Errors are `{error: {code, message, errorcode}}`. Past the limit of an endpoint, that endpoint is shut for a minute.",
	prefix: "/api/json",
	routes: [
		...deviceListRoutes,
		...deviceSummaryRoutes,
		...deviceChangeRoutes,
		...probeRoutes,
		...customerRoutes,
		...userRoutes,
	],
	credential: readCredential,
	account: customerScope("own_account"),
	readBody,
	error: errorAnswer,
	headers: () => ({}),
	blockMs: BLOCK_MS,
	contentType: "application/json;charset=UTF-8",
};
