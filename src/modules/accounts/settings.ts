/** Settings of a new account: the ones clients read and write whole, under the names they use. */
export const defaultSettings = {
	peer_login_expiration_enabled: true,
	peer_login_expiration: 86_400,
	peer_inactivity_expiration_enabled: false,
	peer_inactivity_expiration: 600,
	regular_users_view_blocked: true,
	groups_propagation_enabled: true,
	jwt_groups_enabled: false,
	jwt_groups_claim_name: "",
	jwt_allow_groups: [] as string[],
	routing_peer_dns_resolution_enabled: true,
	dns_domain: "",
	lazy_connection_enabled: false,
	extra: { peer_approval_enabled: false, user_approval_required: true },
};
