import type { ErrorCode, ReeveError } from "../../kernel/errors.ts";
import type { WireAnswer, WireRequest } from "../dialect.ts";
import { type FaultCode, ParameterFault } from "./parameter-fault.ts";

/**
 * Three shapes of error are in use at the vendor's; clients look for `error.message`, for `error.code` or for
 * `error.errorcode`. One object has them all: `code` is the vendor's number where there is one, the status otherwise.
 */
export function errorAnswer(
	error: ReeveError,
	request: WireRequest,
): WireAnswer {
	const status = statusOf(error);
	const code = numbers[error.reason ?? ""] ?? status;
	return {
		status,
		body: {
			error: {
				code,
				message: messageOf(error, request),
				errorcode: errorcodeOf(error),
			},
		},
	};
}

/** The vendor's own numbers for what is refused. */
const numbers: Readonly<Record<string, number>> = { device_exists: 5123 };

/** What the state of things does not allow is a bad parameter to this vendor, which has no 409. */
function statusOf({ code, status }: ReeveError): number {
	return code === "conflict" || code === "precondition_failed" ? 400 : status;
}

const errorcodes: Readonly<Record<ErrorCode, string>> = {
	invalid: "PATTERN_NOT_MATCHED",
	malformed: "UNABLE_TO_PARSE_DATA_TYPE",
	unauthenticated: "INVALID_API_KEY",
	forbidden: "ACCESS_DENIED",
	not_found: "RESOURCE_NOT_FOUND",
	method_not_allowed: "INVALID_METHOD",
	conflict: "CONFLICT",
	precondition_failed: "CONFLICT",
	too_large: "REQUEST_SIZE_EXCEEDED",
	unsupported_media_type: "UNABLE_TO_PARSE_DATA_TYPE",
	idempotency_mismatch: "CONFLICT",
	too_many_requests: "URL_ROLLING_THROTTLES_LIMIT_EXCEEDED",
	internal: "INTERNAL_ERROR",
	not_implemented: "URL_RULE_NOT_CONFIGURED",
	unavailable: "SERVICE_UNAVAILABLE",
};

/** The rules of the core under the vendor's codes. */
const byRule: Readonly<Record<string, FaultCode>> = {
	required: "LESS_THAN_MIN_OCCURANCE",
	minLength: "LESS_THAN_MIN_LENGTH",
	maxLength: "MORE_THAN_MAX_LENGTH",
	type: "DATATYPE_NOT_MATCHED",
	minimum: "OUT_OF_RANGE",
	maximum: "OUT_OF_RANGE",
	account: "LESS_THAN_MIN_OCCURANCE",
};

function errorcodeOf(error: ReeveError): string {
	if (error instanceof ParameterFault) return error.errorcode;
	if (error.reason === "path_not_found") return "URL_RULE_NOT_CONFIGURED";
	const ofInput = error.code === "invalid" || error.code === "malformed";
	return (
		(ofInput ? byRule[error.reason ?? ""] : undefined) ?? errorcodes[error.code]
	);
}

const nouns: Readonly<Record<string, string>> = {
	account: "customer",
	tenant: "customer",
};

function messageOf(error: ReeveError, { route }: WireRequest): string {
	if (error instanceof ParameterFault) return error.message;
	const { code, facts } = error;
	if (code === "not_found" && facts.kind !== undefined)
		return `There is no such ${nouns[facts.kind] ?? facts.kind}.`;
	if (code !== "invalid" && code !== "malformed") return error.message;
	return inWireNames(error.message, route);
}

/** Fields of the core under the names of this wire's parameters. */
const deviceNames: Readonly<Record<string, string>> = {
	account: "selCustomerID",
	name: "deviceName",
	display_name: "displayName",
	ip_address: "ipAddress",
	region_id: "regionID",
	probe_id: "eeProbeID",
};
const userNames: Readonly<Record<string, string>> = {
	account: "selCustomerID",
	name: "userName",
	email: "emailId",
	role: "privilege",
	timezone: "tZone",
};

function inWireNames(message: string, route: string): string {
	const names = /user/i.test(route) ? userNames : deviceNames;
	return message.replace(/^[a-z_]+\b/, (field) => names[field] ?? field);
}
