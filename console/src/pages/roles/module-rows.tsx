import Check from "lucide-react/icons/check";
import ChevronRight from "lucide-react/icons/chevron-right";
import Minus from "lucide-react/icons/minus";
import { useId } from "react";
import { listOf } from "../../format/lists.ts";
import { Badge } from "../../kit/badge.tsx";
import { RightMark } from "./right-mark.tsx";
import {
	mayCall,
	type Operation,
	type RoleRow,
	rightIn,
	withheldIn,
} from "./role-right.ts";
import classes from "./roles.module.css";

export interface ModuleRowsProps {
	module: string;
	title: string;
	roles: readonly RoleRow[];
	/** Those of the module. */
	operations: readonly Operation[];
	isOpen: boolean;
	onToggle: () => void;
}

/** One module: what each role may do in it, and below, when open, each of its operations. */
export function ModuleRows(props: ModuleRowsProps) {
	const { module, title, roles, operations, isOpen, onToggle } = props;
	const id = useId();
	return (
		<>
			<tbody>
				<tr className={classes.moduleRow}>
					<th scope="row" className={classes.module}>
						<button
							type="button"
							className={classes.toggle}
							aria-expanded={isOpen}
							aria-controls={isOpen ? id : undefined}
							onClick={onToggle}
						>
							<ChevronRight aria-hidden="true" />
							{title}
						</button>
					</th>
					{roles.map((role) => (
						<td key={role.role}>
							<RightMark
								right={rightIn(role, module)}
								isCut={withheldIn(role, operations).length > 0}
							/>
						</td>
					))}
				</tr>
			</tbody>
			{isOpen ? (
				<tbody id={id}>
					{operations.map((operation) => (
						<OperationRow
							key={operation.id}
							operation={operation}
							roles={roles}
						/>
					))}
				</tbody>
			) : null}
		</>
	);
}

function OperationRow({
	operation,
	roles,
}: {
	operation: Operation;
	roles: readonly RoleRow[];
}) {
	const { id, summary, access } = operation;
	return (
		<tr>
			<th scope="row" className={classes.operation}>
				<span className={classes.summary}>{summary}</span>
				<span className={classes.id}>
					<code>{id}</code> {access === "read" ? <Badge>read</Badge> : null}
				</span>
				<Withheld operation={operation} roles={roles} />
				{operation.by_role ? null : (
					<span className={classes.note}>
						Open to everybody: it tells of oneself, or of what there is.
					</span>
				)}
			</th>
			{roles.map((role) => (
				<td key={role.role}>
					{mayCall(role, operation) ? (
						<Check role="img" aria-label="May" className={classes.may} />
					) : (
						<Minus role="img" aria-label="May not" className={classes.mayNot} />
					)}
				</td>
			))}
		</tr>
	);
}

/** Why a role lacks an operation although its mark says that it has the module. */
function Withheld({
	operation,
	roles,
}: {
	operation: Operation;
	roles: readonly RoleRow[];
}) {
	const without = roles.filter(({ withheld }) =>
		withheld.includes(operation.id),
	);
	if (without.length === 0) return null;
	return (
		<span className={classes.withheld}>
			Kept from {listOf(without.map(({ title }) => title))} on purpose, although
			they may change the rest of this module.
		</span>
	);
}
