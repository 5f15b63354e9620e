import Addresses
import Diagnostics

extension RenderedFile {
    /// Makes a JSON file with a final line end.
    init(_ route: Route, _ style: JSONValue.Style = .compact, json write: (inout JSONWriter) -> Void) {
        var json = JSONWriter(style)
        write(&json)
        var bytes = json.take()
        bytes.append(UInt8(ascii: "\n"))
        self.init(route: route, bytes: bytes)
    }

    /// Makes a long JSON file with a final line end, written in pieces.
    ///
    /// - Parameter write: a function that writes the JSON and hands over each full piece.
    init(
        _ route: Route,
        longJSON write: @Sendable @escaping (_ json: inout JSONWriter, _ take: ([UInt8]) -> Void) -> Void
    ) {
        let content = FileContent.pieces { take in
            var json = JSONWriter()
            json.reserveCapacity(FileContent.pieceSize * 9 / 8)
            write(&json, take)
            take(json.take() + [UInt8(ascii: "\n")])
        }
        self.init(route: route, content: content)
    }
}
