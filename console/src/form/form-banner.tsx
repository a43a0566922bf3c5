import { Banner } from "../kit/banner.tsx";
import { Button } from "../kit/button.tsx";
import classes from "./form.module.css";
import type { FormProblem } from "./form-state.ts";

/** What went wrong with the form as a whole. `FormBody` has it built in. */
export function FormBanner({
	problem,
	onReload,
}: {
	problem: FormProblem | undefined;
	onReload: () => void;
}) {
	if (!problem) return null;
	const { title, detail, advice, faults, isStale, requestId } = problem;
	return (
		<Banner
			kind="danger"
			title={title}
			action={isStale ? <Button onClick={onReload}>Reload</Button> : undefined}
		>
			{faults.length > 0 ? null : (
				<p>
					{detail} {isStale ? "What you typed is lost on reload." : advice}
				</p>
			)}
			{faults.length > 0 ? (
				<ul className={classes.faults}>
					{faults.map((fault) => (
						<li key={fault}>{fault}</li>
					))}
				</ul>
			) : null}
			{requestId && problem.status >= 500 ? (
				<p className={classes.request}>
					Request <code>{requestId}</code>
				</p>
			) : null}
		</Banner>
	);
}
