package dev.ashlar.pictures.image;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns a picture as its Exif orientation says, so that viewers need no metadata. */
final class Upright {

    private Upright() {}

    /** @param orientation 1 to 8 (CIPA DC-008, 4.6.5) */
    static BufferedImage turn(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        var width = picture.getWidth();
        var height = picture.getHeight();
        var swapped = orientation >= 5;
        var turned = new BufferedImage(swapped ? height : width, swapped ? width : height, picture.getType());
        var graphics = turned.createGraphics();
        try {
            graphics.drawImage(picture, transform(orientation, width, height), null);
        } finally {
            graphics.dispose();
        }
        return turned;
    }

    private static AffineTransform transform(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> throw new IllegalArgumentException("Orientation " + orientation);
        };
    }
}
