package dev.ashlar.inventory.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ProductDrawingTest {

    @Test
    void isTheSameEachTime() {
        assertThat(pixels("LAMP-0001")).isEqualTo(pixels("LAMP-0001"));
    }

    @Test
    void differsBetweenProducts() {
        assertThat(pixels("LAMP-0001")).isNotEqualTo(pixels("LAMP-0002"));
    }

    private static int[] pixels(String sku) {
        BufferedImage drawing = new ProductDrawing("lighting", sku).draw();
        return drawing.getRGB(0, 0, drawing.getWidth(), drawing.getHeight(), null, 0, drawing.getWidth());
    }
}
