import { Loading } from "../../kit/spinner.tsx";
import { SignedOutCard } from "./signed-out-card.tsx";

/** While the server looks at a link. */
export function LoadingCard({ title }: { title: string }) {
	return (
		<SignedOutCard title={title}>
			<Loading />
		</SignedOutCard>
	);
}
