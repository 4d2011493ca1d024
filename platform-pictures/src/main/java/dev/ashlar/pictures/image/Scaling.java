package dev.ashlar.pictures.image;

import java.awt.AlphaComposite;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller and converts them to 8-bit sRGB. */
final class Scaling {

    private Scaling() {}

    /** Halves the picture until one step is left, because a larger step would skip pixels. Never enlarges. */
    static BufferedImage fit(BufferedImage picture, int maxSide) {
        var side = Math.max(picture.getWidth(), picture.getHeight());
        if (side > 2 * maxSide) {
            return fit(draw(picture, 0.5), maxSide);
        }
        return draw(picture, Math.min(1, (double) maxSide / side));
    }

    private static BufferedImage draw(BufferedImage picture, double factor) {
        var drawn = new BufferedImage(scaled(picture.getWidth(), factor), scaled(picture.getHeight(), factor),
                picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        try {
            graphics.setComposite(AlphaComposite.Src);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, drawn.getWidth(), drawn.getHeight(), null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    private static int scaled(int side, double factor) {
        return Math.max(1, (int) Math.round(side * factor));
    }
}
