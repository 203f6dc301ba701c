package org.shaodao.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Registry.Category;
import org.shaodao.documents.Registry.Place;
import org.shaodao.documents.Registry.Unit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Units, places and categories as the registries in force have them. They are kept by publishing a registry. */
@RestController
@RequestMapping("/api/v1/directory")
@Tag(name = "directory", description = "责任单位、地点、分类: the codes a case may refer to")
class DirectoryController {
    private final Directory directory;

    DirectoryController(Directory directory) {
        this.directory = directory;
    }

    /** Everything a case may refer to, by code. */
    record Entries(List<Unit> units, List<Place> places, List<Category> categories) {}

    @GetMapping
    @Operation(operationId = "directory", summary = "Everything there is, by code")
    Entries all() {
        Registry all = directory.all();
        return new Entries(
                sorted(all.units(), Unit::code),
                sorted(all.places(), Place::code),
                sorted(all.categories(), Category::code));
    }

    private static <T> List<T> sorted(Map<String, T> entries, Function<T, String> code) {
        return entries.values().stream().sorted(Comparator.comparing(code)).toList();
    }
}
