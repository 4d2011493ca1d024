package dev.ashlar.inventory.demo;

import dev.ashlar.chassis.scheduling.RecurringJob;
import dev.ashlar.chassis.scheduling.RecurringJobs;
import dev.ashlar.inventory.catalogue.Catalogue;
import dev.ashlar.pictures.Pictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Gives each demo product without a picture a drawn one. This is a job and no part of the start, which must not wait for object storage.
 * The job fails while object storage is unavailable, and continues in its next run.
 */
@Component
@Profile("demo")
class DemoPictures implements RecurringJobs {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DemoProducts demo;
    private final Catalogue catalogue;
    private final Pictures pictures;
    private volatile boolean done;

    DemoPictures(DemoProducts demo, Catalogue catalogue, Pictures pictures) {
        this.demo = demo;
        this.catalogue = catalogue;
        this.pictures = pictures;
    }

    @Override
    public Stream<RecurringJob> jobs() {
        return Stream.of(new RecurringJob("demo pictures", PAUSE, this::drawAll));
    }

    private void drawAll() {
        if (done) {
            return;
        }
        try {
            var all = true;
            for (var product : demo.read()) {
                all &= draw(product);
            }
            done = all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns false if the product does not exist yet: at the start, {@link DemoProducts} adds the products at the same time. */
    private boolean draw(DemoProduct product) throws IOException {
        var found = catalogue.find(product.id());
        if (found.filter(existing -> existing.imageUrl() == null).isPresent()) {
            catalogue.showImage(product.id(), pictures.store(drawing(product)), _ -> {});
        }
        return found.isPresent();
    }

    private static ByteArrayInputStream drawing(DemoProduct product) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new ProductDrawing(product.category(), product.sku()).draw(), "png", out);
        return new ByteArrayInputStream(out.toByteArray());
    }
}
