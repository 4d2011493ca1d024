package dev.ashlar.inventory.demo;

import dev.ashlar.inventory.catalogue.Catalogue;
import dev.ashlar.inventory.stock.Adjustment;
import dev.ashlar.inventory.stock.Stock;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** At the start, adds the demo products whose SKU does not exist yet, all in one transaction. */
@Component
@Profile("demo")
class DemoProducts implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoProducts.class);

    private final Catalogue catalogue;
    private final Stock stock;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Resource file;

    DemoProducts(Catalogue catalogue, Stock stock, JdbcClient jdbc, JsonMapper json,
            @Value("classpath:demo/products.json") Resource file) {
        this.catalogue = catalogue;
        this.stock = stock;
        this.jdbc = jdbc;
        this.json = json;
        this.file = file;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        waitForOtherInstances();
        var missing = read().stream().filter(product -> !catalogue.hasSku(product.sku())).toList();
        missing.forEach(this::add);
        log.atInfo().addKeyValue("added", missing.size()).log("Demo products are there");
    }

    /** If two instances start at the same time, the second waits and finds the products of the first. */
    private void waitForOtherInstances() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('demo'), hashtext(current_schema()))").query().singleRow();
    }

    List<DemoProduct> read() throws IOException {
        try (var in = file.getInputStream()) {
            return json.readValue(in, new TypeReference<>() {});
        }
    }

    private void add(DemoProduct product) {
        catalogue.add(product.id(), product.sku(), product.details());
        if (product.stock() > 0) {
            stock.adjust(new Adjustment(product.id(), product.stock(), "Demo data", null));
        }
    }
}
