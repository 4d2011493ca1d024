package dev.ashlar.inventory.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Draws a picture from a product's category and SKU. The same product always has the same picture. It contains no text, so no fonts. */
final class ProductDrawing {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int LAYERS = 3;

    private final Random random;
    private final List<Color> colors;

    ProductDrawing(String category, String sku) {
        var hue = Math.floorMod(category.hashCode() * 31, 360) / 360f;
        random = new Random(sku.hashCode());
        colors = List.of(Color.getHSBColor(hue, 0.15f, 0.97f), Color.getHSBColor(hue, 0.3f, 0.88f),
                Color.getHSBColor(hue + 0.06f, 0.65f, 0.75f), Color.getHSBColor(hue + 0.45f, 0.55f, 0.85f),
                Color.getHSBColor(hue - 0.08f, 0.7f, 0.45f));
    }

    BufferedImage draw() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setPaint(new GradientPaint(0, 0, colors.get(0), 0, HEIGHT, colors.get(1)));
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            drawShadow(graphics);
            for (var layer = 0; layer < LAYERS; layer++) {
                drawShape(graphics, layer);
            }
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static void drawShadow(Graphics2D graphics) {
        graphics.setColor(new Color(0, 0, 0, 40));
        graphics.fill(new Ellipse2D.Double(WIDTH * 0.25, HEIGHT * 0.78, WIDTH * 0.5, HEIGHT * 0.1));
    }

    /** Each layer is smaller than the one below. */
    private void drawShape(Graphics2D graphics, int layer) {
        var size = HEIGHT * (0.62 - 0.17 * layer);
        var place = AffineTransform.getTranslateInstance(WIDTH / 2.0 + random.nextInt(-30, 30),
                HEIGHT * 0.48 + random.nextInt(-20, 20));
        place.rotate(Math.toRadians(random.nextInt(-25, 25)));
        graphics.setColor(colors.get(2 + layer));
        graphics.fill(place.createTransformedShape(shape(size)));
    }

    private Shape shape(double size) {
        var half = size / 2;
        return switch (random.nextInt(4)) {
            case 0 -> new Ellipse2D.Double(-half, -half, size, size);
            case 1 -> new RoundRectangle2D.Double(-half, -half * 0.8, size, size * 0.8, size / 4, size / 4);
            case 2 -> polygon(6, half);
            default -> polygon(3, half * 1.1);
        };
    }

    private static Shape polygon(int corners, double radius) {
        var polygon = new Path2D.Double();
        for (var corner = 0; corner < corners; corner++) {
            var angle = 2 * Math.PI * corner / corners - Math.PI / 2;
            var x = radius * Math.cos(angle);
            var y = radius * Math.sin(angle);
            if (corner == 0) {
                polygon.moveTo(x, y);
            } else {
                polygon.lineTo(x, y);
            }
        }
        polygon.closePath();
        return polygon;
    }
}
