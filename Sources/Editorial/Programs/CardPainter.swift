import Files

/// Draws share images with `rsvg-convert`, a program of librsvg that reads an SVG and nothing beside it.
package enum CardPainter {
    /// The program's name.
    package static let program = "rsvg-convert"

    /// Whether the program is there.
    package static var isInstalled: Bool { InstalledProgram.isOnPath(program) }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Draws an SVG of `.assay/` into a PNG beside it.
    ///
    /// - Parameters:
    ///   - name: the files' name without their endings, of letters and digits.
    ///   - limit: the largest image that counts, in bytes.
    /// - Returns: the image; nil when it cannot be drawn.
    package static func draw(
        _ name: String,
        width: Int,
        height: Int,
        in folder: String,
        limit: Int
    ) async -> [UInt8]? {
        let new = name + ".new"
        defer { StoredFile.remove(folder + "/" + new) }
        let arguments = [
            "--format", "png", "--width", "\(width)", "--height", "\(height)", "--output", new, name + ".svg",
        ]
        let outcome = try? await Program.run(program, arguments, in: folder)
        guard outcome?.isSuccess == true,
            let bytes = try? StoredFile.contents(of: folder + "/" + new, limit: limit),
            bytes.starts(with: signature)
        else { return nil }
        return bytes
    }
}
