/// The inspection of a media file: its format, its size, its metadata, and the pieces for publication.
///
///     let found = try InspectedMedia(bytes)
///     found.removed          // ["EXIF with a position", "a comment"]
///     found.cleaned(bytes)   // the same picture without them
package struct InspectedMedia: Hashable, Sendable {
    /// The format, by the file's own bytes.
    package let format: MediaFormat
    /// The width and height as shown, in pixels; nil for what has none.
    package let size: MediaSize?
    /// The metadata that does not go out, in words; empty where there is none.
    package let removed: [String]
    /// The metadata that Assay cannot take out, in words.
    package let stays: [String]

    /// Whether the picture moves.
    package let isAnimated: Bool
    /// Whether the picture is turned by what its metadata say, and not by its pixels.
    package let isTurned: Bool
    /// The day on which a picture was taken, as its EXIF notes it: `2019-02-03`. A camera's clock may be wrong, and a note false.
    package let day: String?

    private let pieces: [MediaPiece]

    /// Looks through a file in memory.
    package init(_ bytes: [UInt8]) throws(MediaProblem) {
        var reader = MediaReader(bytes)
        try self.init(&reader)
    }

    /// Looks through a file. A picture is read whole, because it is cleaned; anything else a window at a time.
    package init(_ file: inout MediaReader) throws(MediaProblem) {
        guard let format = MediaFormat(magic: file.head()) else { throw .unknownFormat }
        let found =
            switch format {
            case .jpeg: try JPEGCleaner.clean(file.all())
            case .png: try PNGCleaner.clean(file.all())
            case .gif: try GIFCleaner.clean(file.all())
            case .webp: try WebPCleaner.clean(file.all())
            case .svg: try SVGCleaner.clean(file.all())
            case .avif, .mp4, .m4a: try BoxInspection.inspect(&file, as: format)
            case .pdf: try PDFInspection.inspect(&file)
            case .mp3, .ogg, .wav, .webm: try StreamInspection.inspect(&file, as: format)
            }
        self.format = format
        size = found.size
        removed = found.removed.uniqued
        stays = found.stays.uniqued
        isAnimated = found.isAnimated
        isTurned = found.isTurned
        day = found.day
        pieces = found.pieces
    }

    /// Whether the file goes out as it is, because there is nothing that Assay could take out.
    package var isWhole: Bool { pieces.isEmpty }

    /// The number of bytes that go out of a file.
    /// - Parameter count: the number of bytes that were looked through.
    package func cleanedCount(of count: Int) -> Int {
        if pieces.isEmpty { return count }
        return pieces.reduce(0) { sum, piece in
            switch piece {
            case .original(let range): sum + range.count
            case .written(let written): sum + written.count
            }
        }
    }

    /// The bytes that go out: the file without its metadata.
    /// - Parameter bytes: the bytes that were looked through.
    package func cleaned(_ bytes: [UInt8]) -> [UInt8] {
        if pieces.isEmpty { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for piece in pieces {
            switch piece {
            case .original(let range): output += bytes[range.clamped(to: bytes.indices)]
            case .written(let written): output += written
            }
        }
        return output
    }
}

/// A size in pixels.
package struct MediaSize: Hashable, Sendable {
    package let width: Int
    package let height: Int

    /// Makes a size; nil when there is nothing to see.
    init?(_ width: Int, _ height: Int) {
        guard width > 0, height > 0 else { return nil }
        self.width = width
        self.height = height
    }
}

/// A part of what goes out.
enum MediaPiece: Hashable, Sendable {
    /// Bytes of the file, as they are.
    case original(Range<Int>)
    /// Bytes in the place of others.
    case written([UInt8])
}

/// What a look through a file found.
struct CleanedMedia {
    var size: MediaSize?
    /// The parts that go out; empty for the whole file as it is.
    var pieces: [MediaPiece] = []
    var removed: [String] = []
    var stays: [String] = []
    var isAnimated = false
    var isTurned = false
    var day: String?

    /// Keeps bytes of the file.
    mutating func keep(_ range: Range<Int>) {
        if case .original(let last)? = pieces.last, last.upperBound == range.lowerBound {
            pieces[pieces.count - 1] = .original(last.lowerBound..<range.upperBound)
        } else {
            pieces.append(.original(range))
        }
    }

    /// Writes other bytes.
    mutating func write(_ bytes: [UInt8]) { pieces.append(.written(bytes)) }
}

extension [String] {
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
