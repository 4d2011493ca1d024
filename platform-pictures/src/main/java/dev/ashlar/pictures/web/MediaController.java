package dev.ashlar.pictures.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.pictures.PictureFolder;
import dev.ashlar.pictures.storage.ObjectStorage;
import dev.ashlar.pictures.storage.RangeNotSatisfiable;
import dev.ashlar.pictures.storage.StoredObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Streams pictures from object storage. The content at a URL never changes, so caches may keep it for ever. */
@RestController
class MediaController {

    private final PictureFolder folder;
    private final ObjectStorage storage;

    MediaController(PictureFolder folder, ObjectStorage storage) {
        this.folder = folder;
        this.storage = storage;
    }

    @GetMapping("/media/{name}/{file}")
    void read(@PathVariable String name, @PathVariable String file, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var media = MediaFile.of(file).filter(_ -> name.equals(folder.name())).orElseThrow(MediaController::notFound);
        var key = folder.key(file);
        if (media.isKnownTo(request)) {
            size(key);
            media.describe(response);
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
        } else if (request.getMethod().equals("HEAD")) {
            var size = size(key);
            media.describe(response);
            response.setContentLengthLong(size);
        } else {
            try (var stored = open(key, media.range(request))) {
                media.describe(response);
                send(stored, response);
            }
        }
    }

    private StoredObject open(String key, @Nullable String range) {
        try {
            return storage.get(key, range).orElseThrow(MediaController::notFound);
        } catch (RangeNotSatisfiable e) {
            var problem = Problem.of(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "The picture has no such bytes.");
            problem.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes */" + size(key));
            throw problem;
        }
    }

    private static void send(StoredObject stored, HttpServletResponse response) throws IOException {
        if (stored.contentRange() != null) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, stored.contentRange());
        }
        response.setContentLengthLong(stored.length());
        stored.body().transferTo(response.getOutputStream());
    }

    private long size(String key) {
        return storage.size(key).orElseThrow(MediaController::notFound);
    }

    private static Problem notFound() {
        return Problem.notFound("picture");
    }
}
