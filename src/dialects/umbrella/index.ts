import { readPresented } from "../../kernel/credentials/presented.ts";
import type { Dialect } from "../dialect.ts";
import { header } from "../wire-request.ts";
import { apiKeyRoutes } from "./api-keys.ts";
import { readBody } from "./body.ts";
import { customerRoutes } from "./customers.ts";
import { accountOfPath } from "./effective-account.ts";
import { wordError } from "./errors.ts";
import { networkDeviceRoutes } from "./network-devices.ts";
import { networkRoutes } from "./networks.ts";
import { organizationRoutes } from "./organizations.ts";
import { policyRoutes } from "./policies.ts";
import { rateHeaders } from "./rate-headers.ts";
import { roamingComputerRoutes } from "./roaming-computers.ts";
import { serviceProviderRoutes } from "./service-providers.ts";
import { userRoutes } from "./users.ts";

/** The wire of the Umbrella Management API, version 1. */
export const umbrella: Dialect = {
	name: "umbrella",
	title: "Umbrella Management API",
	description:
		"The wire of the Umbrella Management API, version 1. Every request carries a key and its secret as HTTP Basic: `curl -u key:secret`. An organization is an account; a customer of a provider is an organization under the same number.",
	prefix: "/v1",
	routes: [
		...organizationRoutes,
		...serviceProviderRoutes,
		...customerRoutes,
		...apiKeyRoutes,
		...networkRoutes,
		...roamingComputerRoutes,
		...userRoutes,
		...networkDeviceRoutes,
		...policyRoutes,
	],
	credential: (request) =>
		readPresented(header(request, "authorization"), header(request, "apikey")),
	account: accountOfPath,
	readBody,
	error: wordError,
	headers: rateHeaders,
	contentType: "application/json; charset=utf-8",
};
