#!/usr/bin/env bash
# Starts Kafka with an account for operators: brokers, controllers and people log in as "broker", with the password in
# /run/secrets/kafka-broker. The password is part of a setting, so this script composes it; variables set everything else. Kafka
# could read the file itself, as it does on a cluster, but it would take the newline at its end as part of the password.
set -euo pipefail

password=$(</run/secrets/kafka-broker)
module=org.apache.kafka.common.security.plain.PlainLoginModule
login="$module required username=\"broker\" password=\"$password\" user_broker=\"$password\";"
export KAFKA_LISTENER_NAME_BROKERS_PLAIN_SASL_JAAS_CONFIG=$login
export KAFKA_LISTENER_NAME_CONTROLLER_PLAIN_SASL_JAAS_CONFIG=$login

exec /etc/kafka/docker/run
