import Encodings

/// Headers of Bitcoin's blocks by height, out of a file: a height and the 160 hexadecimal digits of a header a line.
///
///     900000 00e0ff2f…      # bitcoin-cli getblockheader $(bitcoin-cli getblockhash 900000) false
package struct BlockHeaders: Sendable {
    /// The largest file, in bytes: that of all blocks of fifteen years.
    package static let sizeLimit = 256 * 1024 * 1024

    /// What a header says.
    package struct Header: Hashable, Sendable {
        /// The Merkle root as Bitcoin's programs print it.
        package let merkleRoot: String
        /// The time of the block.
        package let time: StampTime
    }

    private let headers: [Int: Header]

    /// The number of the first line that could not be read, beginning with 1.
    package struct BadLine: Error, Hashable, Sendable {
        /// The number.
        package let number: Int
    }

    /// Reads a file. Empty lines are left out, and what follows `#`.
    package init(_ bytes: [UInt8]) throws(BadLine) {
        var headers: [Int: Header] = [:]
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let text = line.prefix { $0 != UInt8(ascii: "#") }
            let words = text.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            if words.isEmpty { continue }
            guard words.count == 2, let height = Int(String(decoding: words[0], as: UTF8.self)),
                let header = Self.header(words[1])
            else { throw BadLine(number: index + 1) }
            headers[height] = header
        }
        self.headers = headers
    }

    /// The header at a height; nil if the file has none.
    package subscript(height: Int) -> Header? { headers[height] }

    /// Version, previous block, Merkle root, time, difficulty, nonce: 4, 32, 32, 4, 4 and 4 bytes, the lowest first.
    private static func header(_ digits: ArraySlice<UInt8>) -> Header? {
        guard let bytes = Hexadecimal.bytes(of: String(decoding: digits, as: UTF8.self)), bytes.count == 80
        else { return nil }
        let seconds = bytes[68..<72].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard let time = StampTime(secondsSinceEpoch: seconds) else { return nil }
        return Header(merkleRoot: Hexadecimal.text(of: bytes[36..<68].reversed()), time: time)
    }
}
