import type { Transaction } from "../../db/index.ts";
import type { Caller } from "../caller.ts";
import { csrfHolds } from "../credentials/csrf.ts";
import { forbidden, ReeveError } from "../errors.ts";
import type { Decision } from "../limits/limiter.ts";
import type { AnyOperation } from "../operation.ts";
import type { Resources } from "../resources.ts";
import { validateInput } from "../validate.ts";
import { fromDatabase, isRetriable } from "./database-errors.ts";
import type { Place } from "./enter-scope.ts";
import type { Gate } from "./gate.ts";
import {
	type Collected,
	makeContext,
	nothingCollected,
} from "./make-context.ts";
import { accountsWhere, refusal } from "./permit.ts";
import { recordChange } from "./record-change.ts";
import { claimKey, idempotentCall, isClaimed } from "./replay.ts";
import type { CallOptions, GateRequest } from "./request.ts";

/** What an operation answered, and whether that is the stored answer of an earlier call. */
export interface Outcome {
	output: unknown;
	replayed: boolean;
}

const ATTEMPTS_MAX = 3;

/**
 * A request that has been let in: authenticated, placed in its account and charged. It may run several operations,
 * as a vendor's call sometimes needs; each is permitted, validated and audited on its own.
 */
export class Visit {
	readonly request: GateRequest;
	readonly caller: Caller;
	readonly place: Place;
	readonly decision: Decision;
	private readonly gate: Gate;

	constructor(
		gate: Gate,
		request: GateRequest,
		caller: Caller,
		place: Place,
		decision: Decision,
	) {
		this.gate = gate;
		this.request = request;
		this.caller = caller;
		this.place = place;
		this.decision = decision;
	}

	get resources(): Resources {
		return this.gate.resources;
	}

	/** Stages 5 to 11 for one operation. @throws ReeveError */
	async run(
		operation: AnyOperation,
		input: unknown,
		options: CallOptions = {},
	): Promise<Outcome> {
		this.permit(operation);
		this.requireProof(operation);
		validateInput(operation.input, input, options.coerce ?? false);
		const handled = operation.access === "read" ? this.read : this.write;
		try {
			return await handled.call(this, operation, input, options);
		} catch (thrown) {
			const error = fromDatabase(thrown);
			if (error instanceof ReeveError && error.audited)
				this.noteRefusal(operation, error);
			throw error;
		}
	}

	/** Whether the caller may run an operation here. */
	may(operationId: string): boolean {
		return (
			refusal(
				this.caller,
				this.place,
				this.resources.registry.get(operationId),
			) === undefined
		);
	}

	/** The accounts in view in which the caller may run an operation. */
	accountsWhere(operationId: string): readonly string[] {
		const operation = this.resources.registry.get(operationId);
		return accountsWhere(this.caller, this.place, operation);
	}

	private permit(operation: AnyOperation): void {
		const refused = refusal(this.caller, this.place, operation);
		if (!refused) return;
		this.noteRefusal(operation, refused);
		throw refused;
	}

	/** A write by session must come from our own page: see `credentials/csrf.ts`. */
	private requireProof(operation: AnyOperation): void {
		const { presented } = this.request;
		if (presented.kind !== "session" || operation.access === "read") return;
		const { token, proof } = presented;
		if (!proof.foreign && csrfHolds(this.resources.pepper, token, proof.csrf))
			return;
		const refused = forbidden(
			"csrf",
			"This did not come from the server's own page; load the page again.",
		);
		this.noteRefusal(operation, refused);
		throw refused;
	}

	/** A refusal changes nothing; its audit row is written after the answer, outside the transaction that was undone. */
	private noteRefusal(operation: AnyOperation, error: ReeveError): void {
		const { request, caller, place } = this;
		this.gate.refused(request, caller, place.account.id, operation.id, error);
	}

	private async read(
		operation: AnyOperation,
		input: unknown,
		options: CallOptions,
	): Promise<Outcome> {
		const db = this.resources.database.reader(this.place.accountIds);
		const output = await operation.handler(
			makeContext(this, options, db, nothingCollected()),
			input,
			undefined,
		);
		return { output: this.gate.shape(operation)(output), replayed: false };
	}

	/** A deadlock's victim is run again; nothing of the first attempt was stored. */
	private async write(
		operation: AnyOperation,
		input: unknown,
		options: CallOptions,
	): Promise<Outcome> {
		const prepared = await this.prepare(operation, input, options);
		for (let attempt = 1; ; attempt++) {
			try {
				return await this.writeOnce(operation, input, options, prepared);
			} catch (error) {
				if (attempt === ATTEMPTS_MAX || !isRetriable(error)) throw error;
			}
		}
	}

	/** What is slow and needs no lock: no transaction is open meanwhile. */
	private async prepare(
		operation: AnyOperation,
		input: unknown,
		options: CallOptions,
	): Promise<unknown> {
		if (!operation.prepare) return undefined;
		const db = this.resources.database.reader(this.place.accountIds);
		const key = options.idempotencyKey;
		const idempotent = idempotentCall(this, operation.id, input, key);
		if (idempotent && (await isClaimed(db, idempotent))) return undefined;
		const ctx = makeContext(this, options, db, nothingCollected());
		return operation.prepare(ctx, input);
	}

	private async writeOnce(
		operation: AnyOperation,
		input: unknown,
		options: CallOptions,
		prepared: unknown,
	): Promise<Outcome> {
		const key = options.idempotencyKey;
		const idempotent = idempotentCall(this, operation.id, input, key);
		const collected = nothingCollected();
		const handle = async (tx: Transaction): Promise<Outcome> => {
			const earlier = idempotent && (await claimKey(tx, idempotent));
			if (earlier) return { output: earlier.response, replayed: true };
			const output = await operation.handler(
				makeContext(this, options, tx, collected),
				input,
				prepared,
			);
			recordChange(tx, {
				...collected,
				operation,
				input,
				publicOutput: this.gate.shape(operation, true)(output),
				reason: options.reason ?? "",
				accountId: this.place.account.id,
				idempotent,
				eventBase: this.gate.eventBase(this.request, this.caller),
			});
			return { output: this.gate.shape(operation)(output), replayed: false };
		};
		const outcome = await this.resources.database.transaction(
			this.place.accountIds,
			handle,
		);
		for (const accountId of collected.revoked) this.gate.epochs.bump(accountId);
		if (!operation.quiet) this.gate.committed();
		return withAfterwards(outcome, collected);
	}
}

/** Does what was left for after the commit, and adds what it answers. */
async function withAfterwards(
	outcome: Outcome,
	{ afterwards }: Collected,
): Promise<Outcome> {
	if (afterwards.length === 0) return outcome;
	const found = await Promise.all(afterwards.map((work) => work()));
	const output = Object.assign({}, outcome.output, ...found);
	return { ...outcome, output };
}
