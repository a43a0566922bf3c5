import { useParams } from "@tanstack/react-router";
import type { Region } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { EditButton } from "../../app/edit-button.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { RegionForm } from "./region-form.tsx";

/** One region. */
export function RegionPage() {
	const { id } = useParams({ from: "/signed-in/a/$account/regions/$id" });
	return (
		<ThingPage
			noun="regions"
			what="Region"
			id={id}
			get={(client) => client.regions.get}
			list={{ to: "/a/$account/regions", label: "Regions" }}
			description={({ description }) => description}
			actions={(region) => <Actions region={region} />}
		>
			{(region) => (
				<>
					<Facts region={region} />
					<ObjectHistory type="region" id={id} />
				</>
			)}
		</ThingPage>
	);
}

function Facts({ region }: { region: Region }) {
	return (
		<Card>
			<KeyValueList
				items={[
					{ label: "Number", value: region.id, copy: region.id },
					{ label: "Probes", value: formatNumber(region.probes_count) },
					{ label: "Devices", value: formatNumber(region.devices_count) },
					{ label: "Created", value: <Time value={region.created_at} /> },
					{ label: "Changed", value: <Time value={region.updated_at} /> },
				]}
			/>
		</Card>
	);
}

function Actions({ region }: { region: Region }) {
	const { id, name } = region;
	return (
		<>
			<DeleteButton
				operation="regions.delete"
				what="region"
				name={name}
				call={(client) => client.regions.delete({ id })}
				changes={["regions"]}
				list="/a/$account/regions"
			>
				It must hold no probes and no devices.
			</DeleteButton>
			<EditButton operation="regions.update">
				{(close) => <RegionForm region={region} onClose={close} />}
			</EditButton>
		</>
	);
}
