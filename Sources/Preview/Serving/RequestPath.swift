import Addresses
import Encodings

/// The path of a request's target, decoded once (RFC 3986, section 2.1) and split.
///
/// It is never used as a path on the disk. Strange paths are refused all the same, so that links that work in
/// the preview work on any host.
struct RequestPath: Equatable {
    /// The parts of the path.
    let parts: [String]
    /// Whether it ends in a slash, and names a page's folder.
    let isFolder: Bool

    /// Parses a target without its query, `/claims/an-id/`; nil if it is malformed or has a `..` part.
    init?(target: String) {
        guard target.utf8.first == UInt8(ascii: "/") else { return nil }
        var parts = target.utf8.dropFirst().split(
            separator: UInt8(ascii: "/"),
            omittingEmptySubsequences: false
        )
        isFolder = parts.last?.isEmpty ?? true
        if isFolder { parts = parts.dropLast() }
        var decoded: [String] = []
        for part in parts {
            guard let bytes = PercentEncoding.decoded(part), !bytes.isEmpty,
                !bytes.contains(where: Self.isRefused),
                let text = String(validating: bytes, as: UTF8.self), text != ".", text != ".."
            else { return nil }
            decoded.append(text)
        }
        self.parts = decoded
    }

    /// The path of the file in the output folder; `index.html` for a page's folder.
    var file: String { (isFolder ? parts + [Route.index] : parts).joined(separator: "/") }

    /// Whether a decoded byte is refused: an encoded separator, or a control.
    private static func isRefused(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }
}
