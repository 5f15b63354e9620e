/// What an exchange has to know of a header block while it runs. Reading one for its meaning is the work of `WARC`.
enum HeadLines {
    /// Whether a block begins with a status line.
    static func isStatusLine(_ head: [UInt8]) -> Bool { head.starts(with: "HTTP/".utf8) }

    /// Whether a block is that of a 1xx response, which comes before the response itself.
    static func isInterim(_ head: [UInt8]) -> Bool {
        guard isStatusLine(head) else { return false }
        let status = head.prefix(64).drop { $0 != 0x20 }.drop { $0 == 0x20 }
        // 101 ends HTTP on this connection: what follows it is no response.
        return status.first == UInt8(ascii: "1") && !status.starts(with: "101".utf8)
    }

    /// Whether the body is in chunks.
    static func isChunked(_ head: [UInt8]) -> Bool {
        values(of: "transfer-encoding", in: head).contains { value in
            String(decoding: value, as: UTF8.self).lowercased().split(separator: ",").last?.contains(
                "chunked"
            ) == true
        }
    }

    /// The body without what a server sent beyond the length that it had said.
    static func message(_ body: [UInt8], under head: [UInt8]) -> [UInt8] {
        let lengths = values(of: "content-length", in: head).compactMap {
            Int(String(decoding: $0, as: UTF8.self))
        }
        guard !isChunked(head), let length = lengths.first, length >= 0, length < body.count,
            lengths.allSatisfy({ $0 == length })
        else { return body }
        return Array(body.prefix(length))
    }

    /// A block with `[withheld]` in the place of some fields' values, whose names are given in lower case.
    static func withholding(_ names: [String], in head: [UInt8]) -> [UInt8] {
        let lines = head.split(separator: 0x0A, omittingEmptySubsequences: false)
        let hidden = lines.map { line -> [UInt8] in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                names.contains(String(decoding: line[..<colon], as: UTF8.self).lowercased())
            else { return Array(line) }
            return line[...colon] + Array(" \(FetchRequest.withheld)\r".utf8)
        }
        return Array(hidden.joined(separator: [0x0A]))
    }

    private static func values(of name: String, in head: [UInt8]) -> [ArraySlice<UInt8>] {
        head.split(separator: 0x0A).compactMap { line in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                String(decoding: line[..<colon], as: UTF8.self).lowercased().filter({ $0 != " " }) == name
            else { return nil }
            let value = line[(colon + 1)...].drop { $0 <= 0x20 }
            return value.prefix(value.count - value.reversed().prefix { $0 <= 0x20 }.count)
        }
    }
}
