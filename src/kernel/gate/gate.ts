import type { Database } from "../../db/index.ts";
import type { AuditEvent } from "../audit/events.ts";
import { RefusalLog } from "../audit/refusals.ts";
import type { Caller } from "../caller.ts";
import type { Presented } from "../credentials/presented.ts";
import type { Epochs } from "../epoch.ts";
import { ReeveError } from "../errors.ts";
import type { Decision, Limiter } from "../limits/limiter.ts";
import type { AnyOperation } from "../operation.ts";
import type { Resources } from "../resources.ts";
import { compileShape, type Shaper } from "../shape.ts";
import { Authenticator } from "./authenticate.ts";
import { limitRequest, refuseOverLimit } from "./charge.ts";
import { fromDatabase } from "./database-errors.ts";
import { type Place, ScopeEntry } from "./enter-scope.ts";
import type { GateResources } from "./gate-resources.ts";
import { GuessGuard } from "./guess-guard.ts";
import { Visit } from "./pipeline.ts";
import type { GateRequest } from "./request.ts";

export interface GateOptions {
	database: Database;
	resources: Resources;
	epochs: Epochs;
	limiter: Limiter;
	/** Whether this process hears of revocations made elsewhere. */
	fresh: () => boolean;
	/** What a session that was opened with everything opens now; asked again at least once a minute. */
	sessionAccess: GateResources["sessionAccess"];
	/** Told of what failed outside any request. */
	onError: (error: unknown) => void;
	/** Told of every call of a known credential, for usage figures and `last_used`; must not wait. */
	onAdmitted?: (use: Use) => void;
	/** Told after every commit that left audit rows, so that they are sealed soon; must not wait. */
	onCommitted?: () => void;
}

/** One use of a credential. */
export interface Use {
	caller: Caller;
	operation: string;
	address: string;
	/** Let in, refused by its rights, or turned away by a limit. */
	outcome: "admitted" | "refused" | "limited";
	atMs: number;
}

/** What admission learned before it refused, so that a surface can still send limit headers. */
export interface Admission {
	visit?: Visit;
	decision?: Decision;
	caller?: Caller;
	place?: Place;
	error?: ReeveError;
}

/** The one way in. Every call on every surface passes the same stages in the same order. */
export class Gate {
	readonly resources: Resources;
	readonly epochs: Epochs;
	readonly refusals: RefusalLog;
	private readonly options: GateOptions;
	private readonly authenticator: Authenticator;
	private readonly scopes: ScopeEntry;
	private readonly guard: GuessGuard;
	private readonly shapes = new Map<
		AnyOperation,
		{ whole: Shaper; public: Shaper }
	>();

	constructor(options: GateOptions) {
		const { database, resources, epochs, limiter, fresh, sessionAccess } =
			options;
		const { clock, pepper, limits, sessions, background } = resources;
		const guard = new GuessGuard(limiter, limits, clock);
		const early = {
			database,
			epochs,
			pepper,
			clock,
			sessions,
			background,
			fresh,
			sessionAccess,
			refuseGuessing: (address: string) => guard.refuse(address),
			countFailure: (address: string) => guard.count(address),
		};
		this.options = options;
		this.guard = guard;
		this.resources = resources;
		this.epochs = epochs;
		this.authenticator = new Authenticator(early);
		this.scopes = new ScopeEntry(early);
		this.refusals = new RefusalLog(database, options.onError, () =>
			this.committed(),
		);
	}

	/**
	 * Stages 2 to 4: who calls, where, and whether the budget allows it. Never throws for a refusal: the answer says
	 * how far the call came.
	 */
	async admit(request: GateRequest): Promise<Admission> {
		const admission: Admission = {};
		try {
			admission.caller = await this.authenticator.authenticate(
				request.presented,
				request.address,
			);
			await this.enter(request, admission, admission.caller);
		} catch (thrown) {
			const error = fromDatabase(thrown);
			if (!(error instanceof ReeveError)) throw error;
			admission.error = error;
		}
		this.noteUse(request, admission);
		return admission;
	}

	/**
	 * Runs what asks for no credential: an invitation, the first set-up. A failure costs the address as a wrong
	 * credential would, so that tokens cannot be guessed there either.
	 */
	open<T>(address: string, work: () => Promise<T>): Promise<T> {
		return this.guard.watch(address, work, (thrown) => {
			const error = fromDatabase(thrown);
			return !(error instanceof ReeveError && error.code === "unavailable");
		});
	}

	/** Whom a presented credential names, checked as in every call; it costs nothing of a budget. @throws unauthenticated, forbidden */
	identify(presented: Presented, address: string): Promise<Caller> {
		return this.authenticator.authenticate(presented, address);
	}

	/** Slows attempts to sign in as one person, named by a text that only the server can connect with that person. */
	slowDown(who: string): Promise<void> {
		const hash = this.resources.pepper.hash(`sign-in:${who.toLowerCase()}`);
		return this.guard.slowDown(hash.toString("base64url"));
	}

	private async enter(
		request: GateRequest,
		admission: Admission,
		caller: Caller,
	): Promise<void> {
		let place: Place;
		try {
			const requested =
				typeof request.account === "function"
					? request.account(caller)
					: request.account;
			place = await this.scopes.enter(caller, requested, request.operation);
		} catch (error) {
			// A refused account still costs a call: walking through ids must not be free.
			await this.charge(request, admission, caller, caller.home.id);
			if (error instanceof ReeveError)
				this.refused(
					request,
					caller,
					caller.home.id,
					request.operation.id,
					error,
				);
			throw error;
		}
		admission.place = place;
		const decision = await this.charge(
			request,
			admission,
			caller,
			place.account.id,
		);
		admission.visit = new Visit(this, request, caller, place, decision);
	}

	private async charge(
		request: GateRequest,
		admission: Admission,
		caller: Caller,
		accountId: string,
	): Promise<Decision> {
		const { limiter, resources } = this.options;
		const taken = limiter.take(
			limitRequest(caller, accountId, request, resources.limits),
			resources.clock.nowMs(),
		);
		const decision = taken instanceof Promise ? await taken : taken;
		admission.decision = decision;
		refuseOverLimit(decision);
		return decision;
	}

	/** Notes a refused call in the log of the account it was refused in. */
	refused(
		request: GateRequest,
		caller: Caller,
		accountId: string,
		operation: string,
		error: ReeveError,
	): void {
		this.refusals.add({
			...this.eventBase(request, caller),
			accountId,
			operation,
			outcome: "refused",
			target: { type: "", id: null, name: "" },
			before: undefined,
			after: undefined,
			reason: error.reason ?? error.code,
		});
		this.options.onAdmitted?.({
			caller,
			operation,
			address: request.address,
			outcome: "refused",
			atMs: this.resources.clock.nowMs(),
		});
	}

	/** Audit rows were committed. */
	committed(): void {
		this.options.onCommitted?.();
	}

	private noteUse(request: GateRequest, { caller, error }: Admission): void {
		const limited = error?.code === "too_many_requests";
		if (!caller || (error && !limited)) return;
		this.options.onAdmitted?.({
			caller,
			operation: request.operation.id,
			address: request.address,
			outcome: limited ? "limited" : "admitted",
			atMs: this.resources.clock.nowMs(),
		});
	}

	/** The part of an audit row that every row of a request shares. */
	eventBase(
		request: GateRequest,
		caller: Caller,
	): Pick<
		AuditEvent,
		"caller" | "surface" | "address" | "userAgent" | "requestId" | "at"
	> {
		const { surface, address, userAgent, requestId } = request;
		return {
			caller,
			surface,
			address,
			userAgent,
			requestId,
			at: this.resources.clock.now(),
		};
	}

	/** The compiled output shape of an operation; the public one lacks the fields that are shown once. */
	shape(operation: AnyOperation, publicOnly = false): Shaper {
		let shapes = this.shapes.get(operation);
		if (!shapes) {
			shapes = {
				whole: compileShape(operation.output),
				public: compileShape(operation.output, operation.secrets),
			};
			this.shapes.set(operation, shapes);
		}
		return publicOnly ? shapes.public : shapes.whole;
	}
}
