import X from "lucide-react/icons/x";
import { useState } from "react";
import { everyRow } from "../../../generated/client.ts";
import { useReeve } from "../app/reeve.tsx";
import { Button } from "../kit/button.tsx";
import { IconButton } from "../kit/icon-button.tsx";
import { toast } from "../kit/toast.ts";
import classes from "./bulk-bar.module.css";
import type { BulkAction, ListInput, ListOf, ListRow } from "./list-types.ts";
import type { Selection } from "./selection.ts";
import { PAGE_ROWS } from "./use-list-rows.ts";

interface BulkBarProps<I extends ListInput, R extends ListRow> {
	actions: readonly BulkAction<R>[];
	selection: Selection<R>;
	listed: { rows: readonly R[]; total: number | undefined };
	list: ListOf<I, R>;
	input: I;
}

const number = new Intl.NumberFormat("en");

/** How many rows are chosen, and what can be done to them. */
export function BulkBar<I extends ListInput, R extends ListRow>(
	props: BulkBarProps<I, R>,
) {
	const { actions, selection } = props;
	const rows = [...selection.rows.values()];
	const count = number.format(rows.length);
	return (
		<section className={classes.bar} aria-label="Chosen rows">
			<IconButton
				label="Choose none"
				icon={<X aria-hidden="true" />}
				onClick={selection.clear}
			/>
			<p role="status" className={classes.count}>
				{count} chosen
			</p>
			<ChooseAll {...props} />
			<div className={classes.actions}>
				{actions
					.filter(({ fits }) => fits?.(rows) ?? true)
					.map(({ label, icon, danger, run }) => (
						<Button
							key={label}
							icon={icon}
							variant={danger ? "dangerQuiet" : "secondary"}
							onClick={() => run(rows, selection.clear)}
						>
							{label} {count}
						</Button>
					))}
			</div>
		</section>
	);
}

/** Chooses everything that matches, also what was not scrolled to: it is read first, for one must know its ids. */
function ChooseAll<I extends ListInput, R extends ListRow>({
	selection,
	listed: { total },
	list,
	input,
}: BulkBarProps<I, R>) {
	const { client } = useReeve();
	const [isReading, setReading] = useState(false);
	if (total === undefined || selection.rows.size >= total) return null;
	const chooseAll = async () => {
		setReading(true);
		try {
			const all: R[] = [];
			const whole = { ...input, limit: PAGE_ROWS } as NonNullable<NoInfer<I>>;
			for await (const row of everyRow(list(client), whole)) all.push(row);
			selection.add(all);
		} catch (error) {
			toast.problem(error);
		} finally {
			setReading(false);
		}
	};
	return (
		<Button variant="quiet" pending={isReading} onClick={chooseAll}>
			Choose all {number.format(total)}
		</Button>
	);
}
