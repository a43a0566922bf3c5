/** What a device can be, and how people read it. Keys are what clients store and filter by. */
export const deviceCategories = {
	Server: "Server",
	Desktop: "Desktop",
	Router: "Router",
	Switch: "Switch",
	Firewall: "Firewall",
	LoadBalancer: "Load Balancer",
	WANAccelerator: "WAN Accelerator",
	Wireless: "Wireless",
	WirelessLANController: "Wireless LAN Controller",
	WirelessAccessPoint: "Wireless Access Point",
	DomainController: "Domain Controller",
	Printer: "Printer",
	UPS: "UPS",
	PDU: "PDU",
	UCS: "UCS",
	IPMI: "IPMI",
	IoT: "IoT",
	SDN: "SDN",
	Storage: "Storage",
	RAID: "RAID",
	TapeLibrary: "Tape Library",
	FCSwitch: "FC Switch",
	MerakiController: "Meraki Controller",
	MerakiSwitch: "Meraki Switch",
	MerakiSecurity: "Meraki Security",
	MerakiRadio: "Meraki Radio",
	MerakiVision: "Meraki Vision",
	MerakiCellularGateway: "Meraki Cellular Gateway",
	Unknown: "Unknown",
} as const;

export type DeviceCategory = keyof typeof deviceCategories;

export const deviceCategoryNames = Object.keys(
	deviceCategories,
) as DeviceCategory[];
