import Files
import Media

/// Makes small copies of pictures with `vipsthumbnail`, a program of libvips.
///
/// The pictures come from anywhere. They are decoded in a process of its own, which has little time and reads no format but those that
/// libvips calls safe.
package enum PictureScaler {
    /// The program's name.
    package static let program = "vipsthumbnail"
    /// How many pictures one process takes: most of the time of a small one is the program's start.
    package static let batchSize = 16

    /// Whether the program is there.
    package static var isInstalled: Bool { InstalledProgram.isOnPath(program) }

    /// The time that one process may take; most take a tenth of a second for each picture.
    private static let patience = Duration.seconds(30)

    /// Makes copies of pictures in a width.
    ///
    /// - Parameters:
    ///   - sources: the names of files of one format in a folder.
    ///   - limit: the largest copy that counts, in bytes.
    /// - Returns: the copies, without metadata and upright, by their sources; none where it cannot be made.
    package static func copies(
        of sources: [String],
        _ format: MediaFormat,
        width: Int,
        in folder: String,
        limit: Int
    ) async -> [String: [UInt8]] {
        let options =
            switch format {
            case .jpeg: "[Q=82,optimize_coding,strip]"
            case .webp: "[Q=82,strip]"
            default: "[strip]"
            }
        let output = Output(size: "\(width)x", ending: format.ending, options: options, limit: limit)
        return await scaled(sources, output, in: folder).compactMapValues { bytes in
            guard let found = try? InspectedMedia(bytes), found.format == format, found.size?.width == width
            else { return nil }
            return found.cleaned(bytes)
        }
    }

    /// Makes the grids of perceptual hashes, as PPM, by the pictures' names.
    package static func grids(of sources: [String], in folder: String) async -> [String: [UInt8]] {
        let size = "\(PictureHash.side)x\(PictureHash.side)!"
        let output = Output(size: size, ending: "ppm", options: "[strip]", limit: 4096)
        return await scaled(sources, output, in: folder)
    }

    /// What a process makes of each picture.
    private struct Output {
        let size: String
        let ending: String
        let options: String
        let limit: Int

        func name(_ source: String) -> String {
            (source.split(separator: ".").dropLast().joined(separator: ".")) + ".new." + ending
        }
    }

    /// One picture that cannot be read, or takes too long, does not cost the others theirs: what is missing is tried alone.
    private static func scaled(_ sources: [String], _ output: Output, in folder: String) async -> [String:
        [UInt8]]
    {
        var found = await run(sources, output, in: folder)
        guard sources.count > 1 else { return found }
        for source in sources where found[source] == nil && !Task.isCancelled {
            found.merge(await run([source], output, in: folder)) { first, _ in first }
        }
        return found
    }

    private static func run(_ sources: [String], _ output: Output, in folder: String) async -> [String:
        [UInt8]]
    {
        let arguments = [
            "--vips-concurrency=1", "--size", output.size, "--export-profile", "srgb",
            "--output", "\(folder)/%s.new.\(output.ending)\(output.options)",
        ]
        _ = await Program.succeeds(
            program,
            arguments + sources,
            in: folder,
            within: patience,
            environment: ["VIPS_BLOCK_UNTRUSTED": "1"]
        )
        var found: [String: [UInt8]] = [:]
        for source in sources {
            let path = folder + "/" + output.name(source)
            found[source] = try? StoredFile.contents(of: path, limit: output.limit)
            StoredFile.remove(path)
        }
        return found
    }
}
