package org.shaodao.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shaodao.directory.Directory.Category;
import org.shaodao.directory.Directory.Entries;
import org.shaodao.directory.Directory.Place;
import org.shaodao.directory.Directory.PlaceKind;
import org.shaodao.directory.Directory.Unit;
import org.shaodao.directory.Directory.UnitKind;
import org.shaodao.problem.OneLine;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Units, places and categories: everybody reads them, administrators keep them. */
@RestController
@RequestMapping("/api/v1/directory")
@Tag(name = "directory", description = "责任单位、地点、分类: the codes a case may refer to")
class DirectoryController {
    private static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N}._/&()' -]{0,63}";

    private final Directory directory;

    DirectoryController(Directory directory) {
        this.directory = directory;
    }

    /** A unit to add or rename. */
    record UnitEntry(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotNull UnitKind kind,
            @NotBlank @Size(max = 100) @OneLine String zh,
            @NotBlank @Size(max = 100) @OneLine String en,
            @Nullable Boolean active) {}

    /** A place to add or rename. */
    record PlaceEntry(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotNull PlaceKind kind,
            @Nullable @Pattern(regexp = CODE) String parent,
            @NotBlank @Size(max = 100) @OneLine String zh,
            @NotBlank @Size(max = 100) @OneLine String en) {}

    /** A category to add or rename. */
    record CategoryEntry(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) @OneLine String zh,
            @NotBlank @Size(max = 100) @OneLine String en) {}

    /** Entries to add or rename; a list left out changes nothing. */
    record Change(
            @Nullable @Size(max = 5000) List<@NotNull @Valid UnitEntry> units,
            @Nullable @Size(max = 5000) List<@NotNull @Valid PlaceEntry> places,
            @Nullable @Size(max = 5000) List<@NotNull @Valid CategoryEntry> categories) {}

    @GetMapping
    @Operation(operationId = "directory", summary = "Everything there is, by code")
    Entries all() {
        return directory.all();
    }

    @PutMapping
    @PreAuthorize("hasAuthority('ADMINISTRATOR')")
    @Operation(operationId = "put-directory", summary = "Add or rename entries; what is not named stays")
    Entries put(@Valid @RequestBody Change change) {
        directory.put(new Entries(
                orNone(change.units()).stream()
                        .map(unit -> new Unit(
                                unit.code(), unit.kind(), unit.zh(), unit.en(), !Boolean.FALSE.equals(unit.active())))
                        .toList(),
                orNone(change.places()).stream()
                        .map(place -> new Place(place.code(), place.kind(), place.parent(), place.zh(), place.en()))
                        .toList(),
                orNone(change.categories()).stream()
                        .map(category -> new Category(category.code(), category.zh(), category.en()))
                        .toList()));
        return directory.all();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
