package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.spool.SpoolFactory;
import dev.ashlar.gateway.upstream.Upstreams;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.function.ServerResponse;

class UpstreamResponseTest {

    private static final ServerResponse.Context NOTHING_OF_IT_IS_USED = List::of;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"10, 1, 1", "100000, 1, 1", "3000000, 1, 1", "9000000, 1, 1", "9000000, 0, 0", "100000, 1, 0"})
    void forwardsTheWholeResponseWithAnyNumberOfPermits(int size, int memories, int files) throws Exception {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var upstream = new BasicClassicHttpResponse(200);
        upstream.setEntity(new InputStreamEntity(new ByteArrayInputStream(bytes), size, null));
        var response = new MockHttpServletResponse();

        new UpstreamResponse(new UpstreamResponse.Exchange(upstream, call(), () -> true), new UpstreamProblems(null),
                new SpoolFactory(memories, files, folder), Duration.ofSeconds(1))
                .writeTo(new MockHttpServletRequest(), response, NOTHING_OF_IT_IS_USED);

        assertThat(response.getContentAsByteArray()).isEqualTo(bytes);
        assertThat(folder).isEmptyDirectory();
    }

    private static UpstreamCall call() {
        var stock = Upstreams.with("stock", "http://127.0.0.1:1");
        return new UpstreamCall(stock, stock.select(null, 0, null), "client", null, false, null);
    }
}
