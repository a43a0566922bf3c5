import {
	announceRevocation,
	type Handle,
	type Transaction,
} from "../../db/index.ts";
import { type AuditEvent, insertEvent } from "../audit/events.ts";
import type { Caller } from "../caller.ts";
import type { Change, Context } from "../context.ts";
import type { Decision } from "../limits/limiter.ts";
import type { AnyOperation } from "../operation.ts";
import { validateInput } from "../validate.ts";
import { fromDatabase, isRetriable } from "./database-errors.ts";
import type { Place } from "./enter-scope.ts";
import type { Gate } from "./gate.ts";
import { refusal } from "./permit.ts";
import {
	claimKey,
	type IdempotentCall,
	requestHash,
	storeAnswer,
} from "./replay.ts";
import type { CallOptions, GateRequest } from "./request.ts";

/** What an operation answered, and whether that is the stored answer of an earlier call. */
export interface Outcome {
	output: unknown;
	replayed: boolean;
}

/**
 * A request that has been let in: authenticated, placed in its account and charged. It may run several operations,
 * as a vendor's call sometimes needs; each is permitted, validated and audited on its own.
 */
export class Visit {
	readonly caller: Caller;
	readonly place: Place;
	readonly decision: Decision;
	private readonly gate: Gate;
	private readonly request: GateRequest;

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

	/** Stages 5 to 11 for one operation. @throws ReeveError */
	async run(
		operation: AnyOperation,
		input: unknown,
		options: CallOptions = {},
	): Promise<Outcome> {
		this.permit(operation);
		validateInput(operation.input, input, options.coerce ?? false);
		try {
			return operation.access === "read"
				? await this.read(operation, input, options)
				: await this.write(operation, input, options);
		} catch (error) {
			throw fromDatabase(error);
		}
	}

	/** Whether the caller may run an operation here. */
	may(operationId: string): boolean {
		return (
			refusal(
				this.caller,
				this.place,
				this.gate.resources.registry.get(operationId),
			) === undefined
		);
	}

	private permit(operation: AnyOperation): void {
		const refused = refusal(this.caller, this.place, operation);
		if (!refused) return;
		this.gate.refused(
			this.request,
			this.caller,
			this.place.account.id,
			operation.id,
			refused,
		);
		throw refused;
	}

	private async read(
		operation: AnyOperation,
		input: unknown,
		options: CallOptions,
	): Promise<Outcome> {
		const db = this.gate.resources.database.reader(this.place.accountIds);
		const output = await operation.handler(
			this.context(options, db, undefined, { changes: [], revoked: new Set() }),
			input,
		);
		return { output: this.gate.shape(operation)(output), replayed: false };
	}

	/** A deadlock's victim is run again; nothing of the first attempt was stored. */
	private async write(
		operation: AnyOperation,
		input: unknown,
		options: CallOptions,
	): Promise<Outcome> {
		for (let attempt = 1; ; attempt++) {
			try {
				return await this.writeOnce(operation, input, options);
			} catch (error) {
				if (attempt === 3 || !isRetriable(error)) throw error;
			}
		}
	}

	private async writeOnce(
		operation: AnyOperation,
		input: unknown,
		options: CallOptions,
	): Promise<Outcome> {
		const { resources, epochs } = this.gate;
		const idempotent = this.idempotentCall(operation, input, options);
		const collected: Collected = { changes: [], revoked: new Set() };
		const outcome = await resources.database.transaction(
			this.place.accountIds,
			async (tx): Promise<Outcome> => {
				const earlier = idempotent && (await claimKey(tx, idempotent));
				if (earlier) return { output: earlier.response, replayed: true };
				const output = this.gate.shape(operation)(
					await operation.handler(
						this.context(options, tx, tx, collected),
						input,
					),
				);
				this.record(tx, {
					...collected,
					operation,
					input,
					output,
					reason: options.reason ?? "",
					idempotent,
				});
				return { output, replayed: false };
			},
		);
		for (const accountId of collected.revoked) epochs.bump(accountId);
		if (!operation.quiet) this.gate.committed();
		return outcome;
	}

	/** Everything that must be stored with the change or not at all; it travels with COMMIT. */
	private record(tx: Transaction, written: Written): void {
		for (const change of changesOf(written)) {
			const event = this.event(written, change);
			const elsewhere = event.accountId !== this.place.account.id;
			tx.queue(insertEvent(event), elsewhere ? [event.accountId] : undefined);
		}
		for (const id of written.revoked) tx.queue(announceRevocation(id));
		const { idempotent, operation, output } = written;
		if (idempotent)
			tx.queue(storeAnswer(idempotent, this.publicShape(operation)(output)));
	}

	/** What may be stored or shown again: the output without the fields that are shown once. */
	private publicShape(operation: AnyOperation) {
		return this.gate.shape(operation, true);
	}

	private event(
		{ operation, input, output, reason }: Written,
		change: Change,
	): AuditEvent {
		const named = { ...(input as object), ...(output as object | null) } as {
			id?: string;
			name?: string;
		};
		return {
			...this.gate.eventBase(this.request, this.caller),
			accountId: change.accountId ?? this.place.account.id,
			operation: change.operation ?? operation.id,
			outcome: "done",
			target: {
				type: change.target?.type ?? operation.audit?.target ?? "",
				id: change.target?.id ?? named.id ?? null,
				name:
					change.target?.name ??
					(typeof named.name === "string" ? named.name : ""),
			},
			before: change.before,
			after:
				"after" in change ? change.after : this.publicShape(operation)(output),
			reason,
		};
	}

	private idempotentCall(
		operation: AnyOperation,
		input: unknown,
		options: CallOptions,
	): IdempotentCall | undefined {
		if (options.idempotencyKey === undefined) return undefined;
		return {
			accountId: this.place.account.id,
			credentialId: this.caller.credential.id,
			key: options.idempotencyKey,
			operation: operation.id,
			requestHash: requestHash(operation.id, input),
		};
	}

	private context(
		options: CallOptions,
		db: Handle,
		tx: Transaction | undefined,
		collected: Collected,
	): Context {
		const { gate, request, place, caller } = this;
		return {
			requestId: request.requestId,
			now: gate.resources.clock.now(),
			caller,
			account: place.account,
			accountIds: place.accountIds,
			role: place.role,
			db,
			get tx(): Transaction {
				if (!tx) throw new Error("a read has no transaction");
				return tx;
			},
			address: request.address,
			resources: gate.resources,
			ifMatch: options.ifMatch,
			may: (operationId) => this.may(operationId),
			audit: (change) => void collected.changes.push(change),
			revoke: (accountId) => void collected.revoked.add(accountId),
		};
	}
}

/** What the audit log gets: what the handler told, or one row made from the call itself, unless the call is quiet. */
function changesOf({ changes, operation }: Written): readonly Change[] {
	if (operation.quiet) return [];
	return changes.length > 0 ? changes : [{}];
}

/** What a handler says while it runs. */
interface Collected {
	changes: Change[];
	revoked: Set<string>;
}

/** A write that was handled and is about to be recorded. */
interface Written extends Collected {
	operation: AnyOperation;
	input: unknown;
	output: unknown;
	reason: string;
	idempotent: IdempotentCall | undefined;
}
