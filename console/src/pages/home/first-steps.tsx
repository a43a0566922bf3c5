import { Link, type LinkProps } from "@tanstack/react-router";
import Check from "lucide-react/icons/check";
import Circle from "lucide-react/icons/circle";
import X from "lucide-react/icons/x";
import { useReeve } from "../../app/reeve.tsx";
import { useThingLinks } from "../../app/thing-pages.ts";
import { Card } from "../../kit/card.tsx";
import { CodeBlock } from "../../kit/code-block.tsx";
import { IconButton } from "../../kit/icon-button.tsx";
import { Section } from "../../kit/section.tsx";
import { VisuallyHidden } from "../../kit/visually-hidden.tsx";
import classes from "./home.module.css";
import type { FirstStepsState, Step, StepName } from "./use-first-steps.ts";

const words: Record<StepName, { title: string; text: string }> = {
	tenant: {
		title: "Add a tenant",
		text: "A customer, with devices, people and rules of its own.",
	},
	key: {
		title: "Make an API key",
		text: "Whatever this console does, a program can do with a key:",
	},
	endpoint: {
		title: "Enrol a computer",
		text: "A setup key lets computers join by one command.",
	},
	colleague: {
		title: "Invite a colleague",
		text: "Give everybody a sign-in and a role of their own.",
	},
	second_factor: {
		title: "Protect your sign-in",
		text: "Add a passkey or an authenticator app as a second factor.",
	},
};

/** What to do on a new server, one step after the other. */
export function FirstSteps({ steps, dismiss }: FirstStepsState) {
	const left = steps.filter(({ isDone }) => !isDone).length;
	return (
		<Section
			title="First steps"
			description={`${steps.length - left} of ${steps.length} done`}
			actions={
				<IconButton
					label="Dismiss the first steps"
					icon={<X aria-hidden="true" />}
					onClick={dismiss}
				/>
			}
		>
			<Card>
				<ol className={classes.steps}>
					{steps.map((step) => (
						<StepLine key={step.name} step={step} />
					))}
				</ol>
			</Card>
		</Section>
	);
}

function StepLine({ step: { name, isDone } }: { step: Step }) {
	const { title, text } = words[name];
	const link = useStepLink(name);
	return (
		<li className={classes.step} data-done={isDone || undefined}>
			{isDone ? (
				<Check aria-hidden="true" className={classes.calm} />
			) : (
				<Circle aria-hidden="true" className={classes.open} />
			)}
			<div className={classes.stepWords}>
				<p>
					{link ? <Link {...link}>{title}</Link> : title}
					<VisuallyHidden>{isDone ? " (done)" : " (to do)"}</VisuallyHidden>
				</p>
				{isDone ? null : <p className={classes.stepText}>{text}</p>}
				{name === "key" && !isDone ? <Curl /> : null}
			</div>
		</li>
	);
}

function Curl() {
	return (
		<CodeBlock
			label="Call with the key"
			hideLabel
			wrap
			code={`curl -H "Authorization: Bearer $REEVE_TOKEN" ${location.origin}/api/v1/whoami`}
		/>
	);
}

function useStepLink(name: StepName): LinkProps | undefined {
	const { toList } = useThingLinks();
	const { accountParam: account } = useReeve();
	switch (name) {
		case "tenant":
			return toList("tenant", account, {});
		case "key":
			return { to: "/a/$account/keys/new", params: { account } } as LinkProps;
		case "endpoint":
			return {
				to: "/a/$account/endpoints/enrol",
				params: { account },
			} as LinkProps;
		case "colleague":
			return toList("user", account, {});
		case "second_factor":
			return { to: "/profile/sign-in" };
	}
}
