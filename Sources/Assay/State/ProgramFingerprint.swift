import Digests
import Editorial
import Files
import Markdown

/// Which program builds: another one may make other pages of the same files.
enum ProgramFingerprint {
    /// The fingerprint of the running program's file, of its version and of the libraries that it uses.
    static let current: Fingerprint = {
        var builder = FingerprintBuilder()
        builder.add(Version.current)
        builder.add(MarkdownDocument.libraryVersion)
        RunningProgram.readFile { builder.add(Fingerprint(of: $0)) }
        for library in RunningProgram.libraries() {
            builder.add(library.path)
            builder.add(library.size)
            builder.add(library.modified)
        }
        // Where share images can be drawn, pages name them.
        builder.add(CardPainter.isInstalled)
        // Where smaller copies of pictures can be made, pages name them, too.
        builder.add(PictureScaler.isInstalled)
        return builder.fingerprint
    }()
}
