#!/usr/bin/env bash
# Takes on a new customer with one token: makes the tenant, a setup key for its machines, a network, groups, a policy
# and its first administrator, then shows what the tenant's own log says of it.
#
#   REEVE_URL=http://127.0.0.1:8060 REEVE_TOKEN=… ./onboard-tenant.sh "Acme" acme.example admin@acme.example
#
# Needs curl and jq. The token is a personal token of an owner or administrator of the provider.
set -euo pipefail

url=${REEVE_URL:-http://127.0.0.1:8060}
token=${REEVE_TOKEN:?a personal token of an administrator of the provider}
name=${1:?the name of the tenant}
domain=${2:?the domain of the tenant}
administrator=${3:?the e-mail address of its first administrator}

# call METHOD PATH [BODY]: prints the answer; stops the script when it is an error.
call() {
	local method=$1 path=$2
	shift 2
	curl --silent --show-error --fail-with-body --request "$method" \
		--header "Authorization: Token $token" \
		--header 'Content-Type: application/json' \
		${1:+--data "$1"} "$url$path" || {
		echo >&2
		exit 1
	}
}

# object KEY VALUE …: a JSON object of texts, quoted as JSON asks.
object() { jq --null-input --compact-output '$ARGS.positional | [range(0; length; 2) as $i | {(.[$i]): .[$i + 1]}] | add' --args "$@"; }

administrators=$(call GET '/api/groups?name=Administrators' | jq --raw-output '.[0].id')
tenant=$(call POST /api/integrations/msp/tenants \
	"$(object name "$name" domain "$domain" | jq --compact-output --arg id "$administrators" '.groups = [{$id, role: "admin"}]')" |
	jq --raw-output .id)
echo "tenant $tenant"

# From here on every call runs inside the tenant, with the same token.
key=$(call POST "/api/setup-keys?account=$tenant" '{"name":"bootstrap","type":"reusable"}' | jq --raw-output .key)
echo "setup key $key"

servers=$(call POST "/api/groups?account=$tenant" '{"name":"Servers"}' | jq --raw-output .id)
staff=$(call POST "/api/groups?account=$tenant" '{"name":"Staff"}' | jq --raw-output .id)
echo "groups $servers $staff"

network=$(call POST "/api/networks?account=$tenant" '{"name":"Office","description":"Head office"}' | jq --raw-output .id)
resource=$(call POST "/api/networks/$network/resources?account=$tenant" \
	"{\"name\":\"Office LAN\",\"address\":\"10.0.0.0/24\",\"enabled\":true,\"groups\":[\"$servers\"]}" | jq --raw-output .id)
echo "network $network resource $resource"

policy=$(call POST "/api/policies?account=$tenant" "{
	\"name\": \"Staff to servers\", \"enabled\": true,
	\"rules\": [{
		\"name\": \"HTTPS\", \"enabled\": true, \"action\": \"accept\", \"bidirectional\": false,
		\"protocol\": \"tcp\", \"ports\": [\"443\"],
		\"sources\": [\"$staff\"], \"destinations\": [\"$servers\"]
	}]
}" | jq --raw-output .id)
echo "policy $policy"

user=$(call POST "/api/users?account=$tenant" \
	"$(object email "$administrator" name "$administrator" role admin | jq --compact-output '. + {auto_groups: [], is_service_user: false}')" |
	jq --raw-output .id)
echo "user $user"

call GET "/api/events/audit?account=$tenant" |
	jq --raw-output '.[] | "\(.timestamp) \(.activity)\(if .meta.external then " (External)" else "" end)"'
