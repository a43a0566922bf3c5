import { useState } from "react";
import { Button } from "../../kit/button.tsx";
import { VisuallyHidden } from "../../kit/visually-hidden.tsx";
import { ModuleRows } from "./module-rows.tsx";
import { RightMark } from "./right-mark.tsx";
import type { Operation, RoleRow } from "./role-right.ts";
import classes from "./roles.module.css";

/** Roles side by side, modules below each other; a module opens into its operations. */
export function RolesTable({
	roles,
	operations,
}: {
	roles: readonly RoleRow[];
	operations: readonly Operation[];
}) {
	const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
	const modules = roles[0]?.rights ?? [];
	const isAnyOpen = open.size > 0;
	const toggle = (module: string) => {
		const next = new Set(open);
		if (!next.delete(module)) next.add(module);
		setOpen(next);
	};
	const toggleAll = () =>
		setOpen(new Set(isAnyOpen ? [] : modules.map(({ module }) => module)));
	return (
		<>
			<div className={classes.legend}>
				<Legend />
				<Button variant="quiet" onClick={toggleAll}>
					{isAnyOpen ? "Close all" : "Open all"}
				</Button>
			</div>
			<section
				className={classes.box}
				aria-label="Roles and what each may do"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
				tabIndex={0}
			>
				<table className={classes.table}>
					<Head roles={roles} />
					{modules.map(({ module, title }) => (
						<ModuleRows
							key={module}
							title={title}
							module={module}
							roles={roles}
							operations={operations.filter((one) => one.module === module)}
							isOpen={open.has(module)}
							onToggle={() => toggle(module)}
						/>
					))}
				</table>
			</section>
		</>
	);
}

function Head({ roles }: { roles: readonly RoleRow[] }) {
	return (
		<thead>
			<tr>
				<th scope="col" className={classes.corner}>
					<VisuallyHidden>Module</VisuallyHidden>
				</th>
				{roles.map(({ role, title }) => (
					<th key={role} scope="col" className={classes.role}>
						{title}
					</th>
				))}
			</tr>
		</thead>
	);
}

function Legend() {
	return (
		<ul className={classes.marks} aria-label="Marks">
			<li>
				<RightMark right="write" /> reads and changes
			</li>
			<li>
				<RightMark right="read" /> reads
			</li>
			<li>
				<RightMark right="none" /> neither
			</li>
		</ul>
	);
}
