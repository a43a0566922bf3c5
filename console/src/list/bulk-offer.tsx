import { Fragment, type ReactNode } from "react";
import type { BulkAction } from "./list-types.ts";
import type { BulkRun } from "./use-bulk-run.tsx";

/** Several runs of one list as one: what the person may do of them, and the views of all. Their order is always the same. */
export function bulkOffer<R>(...runs: readonly BulkRun<R>[]): {
	bulk: BulkAction<R>[];
	view: ReactNode;
} {
	return {
		bulk: runs.flatMap(({ bulk }) => bulk),
		view: runs.map(({ view }, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: the runs of a list never change their order.
			<Fragment key={index}>{view}</Fragment>
		)),
	};
}
