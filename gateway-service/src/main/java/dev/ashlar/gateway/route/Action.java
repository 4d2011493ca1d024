package dev.ashlar.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What a route does with a request. */
public sealed interface Action {

    /** Sends the request to one of the shares, at random in proportion to their weights. */
    record Forward(List<Share> shares) implements Action {

        Share choose() {
            if (shares.size() == 1) {
                return shares.getFirst();
            }
            var point = ThreadLocalRandom.current().nextInt(shares.stream().mapToInt(Share::weight).sum());
            for (var share : shares) {
                point -= share.weight;
                if (point < 0) {
                    return share;
                }
            }
            throw new IllegalStateException("The weights of a split have no sum");
        }
    }

    /**
     * A part of the requests.
     *
     * @param version null: any version, or the version that the canary chooses
     * @param weight in relation to the other shares
     */
    record Share(String upstream, @Nullable String version, int weight) {

        URI uri() {
            return URI.create("http://" + upstream);
        }
    }

    /** @param to an absolute URL or a path */
    record Redirect(URI to, int status) implements Action {}

    /** @param body empty: a problem document if the status is an error, otherwise no body */
    record Respond(int status, String body) implements Action {}
}
