package dev.ashlar.infrastructure.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/user/{address}/messages}, as GreenMail's own HTTP interface has it. */
record MailApi(CaughtMails caught) implements HttpHandler {

    static final String PATH = "/api/user/";
    private static final String SUFFIX = "/messages";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!path.endsWith(SUFFIX) || path.length() <= PATH.length() + SUFFIX.length()) {
            json(404, Map.of("message", "Nothing here")).send(exchange);
            return;
        }
        var address = path.substring(PATH.length(), path.length() - SUFFIX.length());
        answer(address, caught.to(address)).send(exchange);
    }

    /** GreenMail knows a user from the first mail on. */
    private static Answer answer(String address, List<CaughtMail> mails) {
        return mails.isEmpty() ? json(400, Map.of("message", "User '" + address + "' not found")) : json(200, mails);
    }

    private static Answer json(int status, Object body) {
        return new Answer(status, "application/json", JSON.writeValueAsString(body));
    }
}
