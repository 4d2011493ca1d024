# One Dockerfile for all services; the argument SERVICE names the service (ADR 30).
#
# With the jars of `mvn package`, without a compilation and without MAVEN_IMAGE:
#
#   docker build --build-arg SERVICE=order-service --build-context jars=order-service/target -t ashlar/order-service .
#
# Without jars, as docker compose does:
#
#   docker build --build-arg SERVICE=order-service --build-arg JARS=compiled -t ashlar/order-service .

ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-25
ARG JRE_IMAGE=eclipse-temurin:25-jre
ARG KAFKA_IMAGE=apache/kafka:4.2.2
# jars: existing jars, passed by --build-context jars=FOLDER; compiled: built here, in a container
ARG JARS=jars
# on: with a JDK AOT cache, trained here; off: without
ARG AOT=off

# --- The jars of all services: one build, shared by their images. Maven's downloads are kept between builds -----------
FROM ${MAVEN_IMAGE} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,id=ashlar-maven,target=/root/.m2,sharing=locked \
    mvn -B -ntp -Dmaven.test.skip=true -Dformatter.skip=true package \
      -pl "$(sed -n 's/^\([a-z-]*-service\) .*/\1/p' services.txt | paste -sd,),local-stack" -am

FROM scratch AS compiled
COPY --from=build /src/*/target/*-service.jar /src/*/target/*-service.cdx.json \
    /src/local-stack/target/local-stack.jar /

# Chosen by an argument: if a context replaced a stage, BuildKit would still resolve the base image of that stage.
FROM ${JARS} AS artifacts

# --- A program that creates accounts and ACLs at Kafka and exits (ADR 25): --target kafka-access -----------------------
FROM ${KAFKA_IMAGE} AS kafka

FROM ${JRE_IMAGE} AS kafka-access
COPY --from=kafka /opt/kafka/libs/kafka-clients-*.jar /opt/kafka/libs/slf4j-api-*.jar /opt/kafka/libs/log4j-*.jar /app/
# Readable, even if it was built under another umask.
COPY --chmod=644 --from=artifacts local-stack.jar /app/
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/app/*", \
    "dev.ashlar.infrastructure.access.messaging.KafkaAccess"]

# --- Java, and curl for health checks, which Temurin's images lack since version 22. Installed only if missing ---------
FROM ${JRE_IMAGE} AS java
RUN command -v curl >/dev/null || { \
      apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*; \
    }

# --- The jar of one service, in layers by how often each part changes -------------------------------------------------
FROM java AS layers
ARG SERVICE
WORKDIR /unpacked
COPY --from=artifacts ${SERVICE}.jar ${SERVICE}.cdx.json ./
COPY <<EOT jvm-options
-XX:MaxRAMPercentage=50
-XX:InitialRAMPercentage=12.5
-XX:+UseSerialGC
-XX:+UseCompactObjectHeaders
-XX:+ExitOnOutOfMemoryError
EOT
# The digest of a layer and the check of an AOT cache include file times. So all files get the same time.
RUN set -eu; \
    java -Djarmode=tools -jar "$SERVICE.jar" extract --layers --application-filename app.jar --destination extracted; \
    for layer in dependencies snapshot-dependencies application; do \
      install -d "layers/$layer/app"; \
      cp -a "extracted/$layer/." "layers/$layer/app/"; \
    done; \
    install -m 644 "$SERVICE.cdx.json" layers/application/app/sbom.cdx.json; \
    install -m 644 jvm-options layers/application/app/jvm-options; \
    find layers -exec touch -h -d 2026-01-01T00:00:00Z {} +

# --- The service, without an AOT cache ------------------------------------------------------------------------------
FROM java AS application
COPY --from=layers /unpacked/layers/dependencies/ /
COPY --from=layers /unpacked/layers/snapshot-dependencies/ /
COPY --from=layers /unpacked/layers/application/ /

# --- A training run: it needs no store, ends when the context is ready, and leaves the cache ---------------------------
FROM application AS training
# No migration and no database query.
ARG TRAINING="--spring.flyway.enabled=false --spring.jpa.hibernate.ddl-auto=none \
--spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect \
--spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false"
# The heap has the size for a container of 512 MiB, because the cached objects must fit into the heap of the service. The key
# encrypts nothing and is discarded.
RUN set -eu; \
    install -d /trained/app; \
    SIGNING_KEY_SECRET=$(head -c 32 /dev/urandom | base64) \
      java @/app/jvm-options -XX:MaxRAM=512m -XX:AOTCacheOutput=/trained/app/app.aot -Dspring.context.exit=onRefresh \
      -jar /app/app.jar $TRAINING; \
    test -s /trained/app/app.aot; \
    { cat /app/jvm-options; echo -XX:AOTCache=/app/app.aot; } > /trained/app/jvm-options; \
    chmod 644 /trained/app/*; \
    find /trained -exec touch -h -d 2026-01-01T00:00:00Z {} +

FROM application AS aot-off
FROM application AS aot-on
COPY --from=training /trained/ /

# --- Common to both ---------------------------------------------------------------------------------------------------
FROM aot-${AOT}
ARG SERVICE
ARG VERSION=unknown
ARG REVISION=unknown
ARG JRE_IMAGE
LABEL org.opencontainers.image.title="${SERVICE}" \
      org.opencontainers.image.description="${SERVICE} of Ashlar, the reference platform for Spring Boot microservices" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.base.name="${JRE_IMAGE}"
# JSON logs, secrets from files, and two glibc arenas, which are enough for virtual threads.
ENV SERVER_PORT=8080 \
    MANAGEMENT_SERVER_PORT=9080 \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs \
    SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/ \
    MALLOC_ARENA_MAX=2
EXPOSE 8080 9080
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --start-interval=1s \
    CMD curl -fsS -o /dev/null "http://127.0.0.1:$SERVER_PORT/health"
ENTRYPOINT ["java", "@/app/jvm-options", "-jar", "/app/app.jar"]
