#!/usr/bin/env bash
# A Kafka that knows its operators: brokers, controllers and people log in as "broker", with the password in
# /run/secrets/kafka-broker. It is part of a setting, so it is put together here; everything else is said by variables. Kafka could
# read the file itself, as it does on a cluster, but would take the newline at its end for a part of the password.
set -euo pipefail

password=$(</run/secrets/kafka-broker)
module=org.apache.kafka.common.security.plain.PlainLoginModule
login="$module required username=\"broker\" password=\"$password\" user_broker=\"$password\";"
export KAFKA_LISTENER_NAME_BROKERS_PLAIN_SASL_JAAS_CONFIG=$login
export KAFKA_LISTENER_NAME_CONTROLLER_PLAIN_SASL_JAAS_CONFIG=$login

exec /etc/kafka/docker/run
