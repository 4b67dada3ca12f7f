package dev.holdfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every link from one document of the project to another leads somewhere. */
class LinksTest {
  private static final Path PROJECT = Path.of("../..");
  private static final Set<String> OTHERS = Set.of("target", "node_modules", ".git", ".holdfast");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @Test
  void noLinkIsDead() throws IOException {
    var pages = pages();
    List<String> dead = new ArrayList<>();
    for (var page : pages) {
      LINK.matcher(Files.readString(page))
          .results()
          .filter(link -> !link.group(1).contains("://"))
          .filter(link -> !leadsSomewhere(page, link.group(1), link.group(2)))
          .forEach(link -> dead.add(PROJECT.relativize(page) + ": " + link.group()));
    }

    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(dead).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, String path, @Nullable String heading) {
    var target = path.isEmpty() ? page : page.resolveSibling(path);
    return Files.exists(target) && (heading == null || headings(target).contains(heading));
  }

  /** As they stand in addresses: in small letters, with dashes, and little else. */
  private static Set<String> headings(Path page) {
    try {
      return HEADING
          .matcher(Files.readString(page))
          .results()
          .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
          .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
          .collect(Collectors.toSet());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    Files.walkFileTree(
        PROJECT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return OTHERS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              pages.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return pages;
  }
}
