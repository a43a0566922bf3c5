import { Badge } from "../../kit/badge.tsx";

/** Whether an operation reads or changes something. */
export function RightMark({ access }: { access: "read" | "write" }) {
	return access === "write" ? (
		<Badge kind="warning">Write</Badge>
	) : (
		<Badge>Read</Badge>
	);
}
