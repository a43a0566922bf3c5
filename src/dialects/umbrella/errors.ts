import { STATUS_CODES } from "node:http";
import type { ReeveError } from "../../kernel/errors.ts";
import type { WireAnswer, WireRequest } from "../dialect.ts";
import { inWireNames } from "./wire-names.ts";

/**
 * Three shapes of error meet on this wire, as three back ends do at the vendor's: the gateway's `{message}`, the
 * management family's `{statusCode, error, message}`, and that of network devices and policies,
 * `{statusCode, error, txId, validationErrors}`.
 */
export function wordError(error: ReeveError, request: WireRequest): WireAnswer {
	const ofGateway = gatewayMessage(error);
	if (ofGateway !== undefined)
		return {
			status: error.status,
			body: { message: ofGateway },
			...(error.code === "unauthenticated"
				? { headers: { "www-authenticate": 'Basic realm="Reeve"' } }
				: {}),
		};
	return isDeviceFamily(request.route)
		? deviceError(error, request)
		: managementError(error);
}

/** What is refused before any back end is asked. */
function gatewayMessage({ code, reason }: ReeveError): string | undefined {
	if (code === "unauthenticated")
		return reason === "no_credential"
			? "Unauthorized"
			: "Invalid authentication credentials";
	if (code === "too_many_requests") return "API rate limit exceeded";
	return reason === "path_not_found"
		? "no Route matched with those values"
		: undefined;
}

/** The list of organizations, network devices, and the policies of an organization. */
function isDeviceFamily(route: string): boolean {
	return (
		route === "/v1/organizations" ||
		/^\/v1\/organizations\/:\w+\/(networkdevices|policies)\b/.test(route)
	);
}

function managementError(error: ReeveError): WireAnswer {
	const status = statusOf(error);
	return {
		status,
		body: {
			statusCode: status,
			error: STATUS_CODES[status],
			message: messageOf(error),
		},
	};
}

function deviceError(error: ReeveError, request: WireRequest): WireAnswer {
	const status = statusOf(error);
	if (status === 403) return { status, body: { message: error.message } };
	const validationErrors = validationErrorsOf(error);
	return {
		status,
		body: {
			statusCode: status,
			error: status === 400 ? "Validation Error" : STATUS_CODES[status],
			txId: txIdOf(request.id),
			...(validationErrors ? { validationErrors } : {}),
		},
	};
}

/** An address that is taken is a wrong field to the vendor, not a conflict. */
function statusOf({ reason, status }: ReeveError): number {
	return reason === "email_taken" ? 400 : status;
}

const messages: Record<string, string> = {
	email_taken: "Email already in use",
	address_not_verified:
		"The ip address you provided is outside of your verified cidr blocks",
	endpoint_not_found: "Device does not exist",
};

const nouns: Record<string, string> = {
	account: "Organization",
	provider: "Provider",
	tenant: "Customer",
	"registered network": "Network",
	user: "User",
	key: "API key",
};

function messageOf(error: ReeveError): string {
	const { code, reason = "", facts } = error;
	if (code === "internal") return "An internal server error occurred";
	if (messages[reason]) return messages[reason];
	if (code === "conflict" && facts.field !== undefined)
		return JSON.stringify({
			field: inWireNames(String(facts.field)),
			failure: "must be unique",
		});
	if (code === "not_found" && facts.kind !== undefined)
		return `${nouns[facts.kind] ?? facts.kind} does not exist`;
	return code === "invalid" ? inWireNames(error.message) : error.message;
}

/** Field → what is wrong with it; for a conflict, the field that must be unique. */
function validationErrorsOf(
	error: ReeveError,
): Record<string, string> | undefined {
	const { code, facts, faults } = error;
	if (code === "conflict" && facts.field !== undefined)
		return { [inWireNames(String(facts.field))]: "must be unique" };
	if (statusOf(error) !== 400) return undefined;
	if (faults.length === 0) return { body: inWireNames(error.message) };
	return Object.fromEntries(
		faults.map(({ pointer, message }) => {
			const field = inWireNames(pointer.slice(1));
			const sentence = inWireNames(message);
			return [
				field,
				sentence.startsWith(`${field} `)
					? sentence.slice(field.length + 1)
					: sentence,
			];
		}),
	);
}

/** The request id in the form of a UUID (RFC 9562, version 8), so that support finds the line of the log. */
function txIdOf(requestId: string): string {
	const digits = requestId.padEnd(30, "0");
	return [
		digits.slice(0, 8),
		digits.slice(8, 12),
		`8${digits.slice(12, 15)}`,
		`8${digits.slice(15, 18)}`,
		digits.slice(18, 30),
	].join("-");
}
