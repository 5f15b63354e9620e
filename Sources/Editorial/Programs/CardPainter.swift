import Files
import Media

/// Draws share images with `rsvg-convert`, a program of librsvg. It reads the SVG, and at most files beside it in `.assay/cards`.
package enum CardPainter {
    /// The program's name.
    package static let program = "rsvg-convert"

    /// Whether the program is there.
    package static var isInstalled: Bool { InstalledProgram.isOnPath(program) }

    /// The time that one image may take; most take a tenth of a second.
    private static let patience = Duration.seconds(30)

    /// Draws an SVG of `.assay/` into a PNG beside it.
    ///
    /// - Parameters:
    ///   - isOpaque: whether white lies behind what is transparent.
    ///   - name: the files' name without their endings, of letters and digits.
    ///   - limit: the largest image that counts, in bytes.
    /// - Returns: the image; nil when it cannot be drawn.
    package static func draw(
        _ name: String,
        width: Int,
        height: Int,
        isOpaque: Bool,
        in folder: String,
        limit: Int
    ) async -> [UInt8]? {
        let new = name + ".new"
        defer { StoredFile.remove(folder + "/" + new) }
        let arguments =
            [
                "--format", "png", "--width", "\(width)", "--height", "\(height)", "--output", new,
                name + ".svg",
            ] + (isOpaque ? ["--background-color", "#ffffff"] : [])
        guard await Program.succeeds(program, arguments, in: folder, within: patience),
            let bytes = try? StoredFile.contents(of: folder + "/" + new, limit: limit),
            MediaFormat(magic: bytes) == .png
        else { return nil }
        return bytes
    }
}
