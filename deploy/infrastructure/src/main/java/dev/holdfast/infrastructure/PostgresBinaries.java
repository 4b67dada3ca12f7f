package dev.holdfast.infrastructure;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The unpacked PostgreSQL programs.
 *
 * @param folder with {@code initdb} and {@code pg_ctl}
 * @param prefix what each command line begins with: nothing, except for root
 */
record PostgresBinaries(Path folder, List<String> prefix) {
  private static final Object IN_THIS_JVM = new Object();
  private static final String REFUSED =
      "PostgreSQL refuses to run as root, and 'unshare --user' does not work here."
          + " Run as another user, or with -Dinfra=containers or -Dinfra=external.";

  /** Unpacks them once for every JVM that uses the same parts. */
  static PostgresBinaries unpack(Parts parts) {
    var archive = parts.postgresArchive();
    var root = parts.postgres().resolve("unpacked");
    var done = root.resolve(archive.getFileName() + ".done");
    synchronized (IN_THIS_JVM) {
      try (var channel = FileChannel.open(lockFile(parts), CREATE, WRITE);
          var _ = channel.lock()) {
        if (!Files.exists(done)) {
          unpack(archive, root);
          Files.createFile(done);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot unpack " + archive, e);
      }
    }
    return new PostgresBinaries(root.resolve("bin"), isRoot() ? asNobody() : List.of());
  }

  private static Path lockFile(Parts parts) {
    return parts.postgres().resolve("unpacking.lock");
  }

  private static void unpack(Path archive, Path root) throws IOException {
    try (var file = new BufferedInputStream(Files.newInputStream(archive));
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, root);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    var target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("Entry " + entry.getName() + " leads out of the folder");
    }
    Files.createDirectories(entry.isDirectory() ? target : target.getParent());
    if (entry.isSymbolicLink()) {
      Files.deleteIfExists(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(tar, target, REPLACE_EXISTING);
      if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
        throw new IOException("Cannot make " + target + " executable");
      }
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** PostgreSQL refuses to run as root. In a namespace of its own, root is somebody else. */
  private static List<String> asNobody() {
    try {
      if (new ProcessBuilder("unshare", "--user", "true").start().waitFor() == 0) {
        return List.of("unshare", "--user");
      }
    } catch (IOException e) {
      throw new IllegalStateException(REFUSED, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException(REFUSED);
  }
}
