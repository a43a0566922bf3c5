import { type Presented, readToken } from "../kernel/credentials/presented.ts";
import type { Gate } from "../kernel/gate/gate.ts";

/** What a demonstration makes: an id, and the secret where there is one. */
export interface Made {
	id: string;
	key?: string;
	token?: string;
	/** Of a list. */
	data?: readonly unknown[];
}

/** Calls an operation in an account (one's own unless said), as somebody else where a credential is given. */
export type DemoAsk = (
	operation: string,
	input: Record<string, unknown>,
	options?: { account?: string | undefined; as?: string },
) => Promise<Made>;

/** Calls through the gate, as any surface does. */
export function demoCaller(gate: Gate, presented: Presented): DemoAsk {
	return async (id, input, { account, as } = {}) => {
		const operation = gate.resources.registry.get(id);
		const { visit, error } = await gate.admit({
			operation,
			presented: as === undefined ? presented : readToken(as),
			account,
			address: "127.0.0.1",
			userAgent: "reeve demo",
			requestId: "demo",
			surface: "command",
		});
		if (!visit) throw error;
		return (await visit.run(operation, input)).output as Made;
	};
}
