import { readSession } from "../credentials/session-cookie.ts";
import type { ReeveError } from "../errors.ts";
import type {
	AnyOpenCall,
	OpenAnswer,
	OpenContext,
	OpenRefusal,
} from "../open-call.ts";
import { compileShape, type Shaper } from "../shape.ts";
import { validateInput } from "../validate.ts";
import { fromDatabase } from "./database-errors.ts";
import type { Gate } from "./gate.ts";

/** What the surface read of a request that needs no credential. */
export interface OpenRequest {
	address: string;
	userAgent: string;
	requestId: string;
	/** Scheme and host of the page that called, checked to be ours; none where no browser called. */
	origin: string | undefined;
	session: string | undefined;
	attempt: string | undefined;
}

/** Which way in these calls are noted to have come. */
export const OPEN_SURFACE = "console";

const shapes = new WeakMap<AnyOpenCall, Shaper>();

/**
 * Runs an open call. What guesses (every write) is slowed by address; the call itself slows by person. A read guesses
 * nothing, and the page that asks who is signed in must load even where somebody else at the address has guessed.
 * @throws ReeveError
 */
export async function runOpenCall(
	gate: Gate,
	call: AnyOpenCall,
	input: unknown,
	request: OpenRequest,
): Promise<OpenAnswer<unknown>> {
	const work = async (ctx: OpenContext) => {
		validateInput(call.input, input, false);
		const answer = await call.handler(ctx, input);
		return { ...answer, output: shapeOf(call)(answer.output) };
	};
	const unguarded = call.unguarded ?? call.method === "GET";
	return openVisit(gate, call.id, request, work, unguarded);
}

/** The same for a way in that is no open call, such as a redirect back from an identity provider. */
export async function openVisit<T>(
	gate: Gate,
	operation: string,
	request: OpenRequest,
	work: (ctx: OpenContext) => Promise<T>,
	unguarded = false,
): Promise<T> {
	const revoked = new Set<string>();
	const ctx = contextOf(gate, operation, request, revoked);
	try {
		return unguarded
			? await work(ctx)
			: await gate.open(request.address, () => work(ctx));
	} catch (error) {
		throw fromDatabase(error);
	} finally {
		for (const accountId of revoked) gate.epochs.bump(accountId);
		gate.committed();
	}
}

function contextOf(
	gate: Gate,
	operation: string,
	request: OpenRequest,
	revoked: Set<string>,
): OpenContext {
	const { resources } = gate;
	const { address, userAgent, requestId, session, attempt } = request;
	return {
		resources,
		operation,
		requestId,
		now: resources.clock.now(),
		address,
		get origin() {
			return request.origin ?? new URL(resources.publicUrl).origin;
		},
		userAgent,
		session,
		attempt,
		caller: () => callerOf(gate, session, address),
		slowDown: (who) => gate.slowDown(who),
		revoked: (accountId) => void revoked.add(accountId),
		refused: (event: OpenRefusal) =>
			gate.refusals.add({
				...event,
				surface: OPEN_SURFACE,
				outcome: "refused",
				before: undefined,
				after: undefined,
				address,
				userAgent,
				requestId,
				at: resources.clock.now(),
			}),
	};
}

async function callerOf(
	gate: Gate,
	session: string | undefined,
	address: string,
) {
	// Nothing is written with it, so nothing has to be shown of where the request came from.
	const proof = { csrf: undefined, foreign: false };
	const presented = readSession(session, proof);
	if (presented.kind !== "session") return undefined;
	try {
		return await gate.identify(presented, address);
	} catch (error) {
		const { code } = error as Partial<ReeveError>;
		if (code === "unauthenticated" || code === "forbidden") return undefined;
		throw error;
	}
}

function shapeOf(call: AnyOpenCall): Shaper {
	let shape = shapes.get(call);
	if (!shape) {
		shape = compileShape(call.output);
		shapes.set(call, shape);
	}
	return shape;
}
