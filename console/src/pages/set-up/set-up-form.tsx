import Building2 from "lucide-react/icons/building-2";
import Network from "lucide-react/icons/network";
import { consoleClient } from "../../app/client.ts";
import type { FieldErrors } from "../../form/form-state.ts";
import { RadioCards } from "../../kit/radio-cards.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { NewPasswordField } from "../password/new-password-field.tsx";
import { passwordFault } from "../password/password-rule.ts";
import type { SignIn } from "../sign-in/sign-in-stage.ts";
import { SignedOutCard } from "../sign-in/signed-out-card.tsx";
import { StepFields, useStepForm } from "../sign-in/step-form.tsx";

interface FirstAccount {
	kind: "provider" | "standalone";
	organization: string;
	name: string;
	email: string;
	password: string;
}

const kinds = [
	{
		value: "provider" as const,
		label: "Provider",
		description:
			"You look after the networks of other organizations, your tenants.",
		icon: <Network aria-hidden="true" />,
	},
	{
		value: "standalone" as const,
		label: "Standalone",
		description: "You look after your own organization and nobody else's.",
		icon: <Building2 aria-hidden="true" />,
	},
];

/** Asks for the organization and its owner, who is signed in with it. */
export function SetUpForm({ code, signIn }: { code: string; signIn: SignIn }) {
	const form = useStepForm<FirstAccount>({
		initial: {
			kind: "provider",
			organization: "",
			name: "",
			email: "",
			password: "",
		},
		check: whatIsMissing,
		send: async (values) => {
			signIn.setEmail(values.email);
			const { signIn: calls } = consoleClient();
			await signIn.advance(await calls.setUp({ code, ...values }));
		},
	});
	return (
		<SignedOutCard
			title="Set up Reeve"
			description="The first account and you, its owner. Everybody else is invited later."
			wide
		>
			<StepFields form={form} action="Set up">
				<TextField
					label="Organization"
					autoComplete="organization"
					size="large"
					autoFocus
					{...form.field("organization")}
				/>
				<RadioCards
					label="What it is"
					options={kinds}
					minWidth={200}
					{...form.field("kind")}
				/>
				<TextField
					label="Your name"
					autoComplete="name"
					size="large"
					{...form.field("name")}
				/>
				<TextField
					label="E-mail address"
					type="email"
					inputMode="email"
					autoComplete="username"
					size="large"
					{...form.field("email")}
				/>
				<NewPasswordField size="large" field={form.field("password")} />
			</StepFields>
		</SignedOutCard>
	);
}

function whatIsMissing(values: FirstAccount): FieldErrors<FirstAccount> {
	const fault = passwordFault(values.password);
	return {
		...(values.organization.trim() === ""
			? { organization: "Name your organization." }
			: {}),
		...(values.name.trim() === "" ? { name: "Enter your name." } : {}),
		...(values.email.trim() === ""
			? { email: "Enter your e-mail address." }
			: {}),
		...(fault ? { password: fault } : {}),
	};
}
