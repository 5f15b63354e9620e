import Diagnostics

/// The settings in `media`: how large files may be, and whether smaller copies of pictures are made.
package struct MediaSettings: Sendable {
    /// The largest picture that gives no warning, in bytes.
    package var pictureLimit = 5 * megabyte
    /// The largest recording or document that goes out with the site, in bytes: hosts of static sites take none above 100 MB.
    package var fileLimit = 100 * megabyte
    /// Whether pictures go out in several widths, of which browsers take the one that they need.
    package var makesSizes = true

    package static let megabyte = 1_000_000

    /// Makes the settings of a newsroom that says nothing.
    package init() {}
}

extension MediaSettings {
    static let fields: [FieldDescription] = [
        .init(
            "picture-megabytes",
            .number,
            .ofTheSite,
            "the largest picture that gives no warning; 5 if left out"
        ),
        .init(
            "file-megabytes",
            .number,
            .ofTheSite,
            "the largest recording or document that goes out with the site; 100 if left out"
        ),
        .init("sizes", .flag, .ofTheSite, "no: pictures go out in their own size alone"),
    ]

    /// More than a file system takes, so that no limit in bytes is too large for a number.
    private static let mostMegabytes = 1_000_000

    init(_ fields: inout FieldReader) {
        self.init()
        func bytes(_ typed: Located<Int>?) -> Int? {
            typed.map { min($0.value, Self.mostMegabytes) * Self.megabyte }
        }
        pictureLimit = bytes(fields.number("picture-megabytes")) ?? pictureLimit
        fileLimit = bytes(fields.number("file-megabytes")) ?? fileLimit
        if fields.node("sizes") != nil { makesSizes = fields.flag("sizes") }
    }
}
