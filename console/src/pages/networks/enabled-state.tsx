import { StatusDot } from "../../kit/status-dot.tsx";

/** Whether a resource, a router or a policy is in use. */
export function EnabledState({ enabled }: { enabled: boolean }) {
	return enabled ? (
		<StatusDot kind="success">On</StatusDot>
	) : (
		<StatusDot kind="neutral">Off</StatusDot>
	);
}
