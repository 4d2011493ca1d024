package dev.ashlar.order.live.web;

import dev.ashlar.chassis.connection.Connection;
import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.order.live.StatusStreams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events (WHATWG HTML, section 9.2). The thread of the request writes the stream, because a virtual thread costs little. */
@RestController
class StatusStreamController {

    private static final Logger log = LoggerFactory.getLogger(StatusStreamController.class);
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final StatusStreams streams;
    private final JsonMapper json;

    StatusStreamController(StatusStreams streams, JsonMapper json) {
        this.streams = streams;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/orders/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(@PathVariable UUID id, @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String last,
            @AuthenticationPrincipal CurrentUser user, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        var stream = streams.open(id, user.id(), user.sessionId(), version(last));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (stream.isFinished()) {
            streams.close(stream);
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            streams.close(stream);
            return;
        }
        var connection = Connection.of(request);
        connection.ifPresent(Connection::responseIsStream);
        try {
            response.flushBuffer();
            streams.serve(stream, new EventStream(response.getOutputStream(), connection, json));
        } catch (IOException e) {
            log.atDebug().addKeyValue("order_id", id).addKeyValue("cause", Cause.of(e)).log("A client left its stream");
        } finally {
            streams.close(stream);
        }
    }

    private static long version(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return 0;
        }
        if (!VERSION.matcher(lastEventId).matches()) {
            throw Problem.badRequest(LAST_EVENT_ID, "must be the id of an event of this stream");
        }
        return Long.parseLong(lastEventId);
    }
}
