import { SkeletonLines } from "../kit/skeleton.tsx";

/** Stands where a page will stand whose script or data take longer than a moment. */
export function RoutePending() {
	return <SkeletonLines lines={4} />;
}
