import { type ErrorCode, ReeveError } from "../../kernel/errors.ts";

/** Statuses with which this wire refuses, as far as routes choose them, and the error each stands for. */
const codes = {
	400: "malformed",
	403: "forbidden",
	404: "not_found",
	409: "conflict",
	412: "precondition_failed",
	422: "invalid",
} as const satisfies Record<number, ErrorCode>;

/** An error that a route words itself: the vendor's status and text. */
export class Refusal extends ReeveError {
	readonly wireStatus: number;

	constructor(wireStatus: keyof typeof codes, message: string) {
		super(codes[wireStatus], message, { reason: "wire" });
		this.wireStatus = wireStatus;
	}
}

/** Words errors of a call anew. The rules are asked in order; an error that none knows goes on as it is. */
export async function reworded<T>(
	work: Promise<T>,
	...rules: readonly ((error: ReeveError) => Refusal | undefined)[]
): Promise<T> {
	try {
		return await work;
	} catch (error) {
		if (!(error instanceof ReeveError)) throw error;
		for (const rule of rules) {
			const refusal = rule(error);
			if (refusal) throw refusal;
		}
		throw error;
	}
}

/** A rule for {@link reworded}: an error with this reason gets another status and text. */
export function when(
	reason: string,
	status: keyof typeof codes,
	message: string | ((facts: ReeveError["facts"]) => string),
) {
	return (error: ReeveError): Refusal | undefined =>
		error.reason === reason
			? new Refusal(
					status,
					typeof message === "string" ? message : message(error.facts),
				)
			: undefined;
}
