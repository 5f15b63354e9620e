extension HTTPMessage {
    /// The entity-body: the body without its Transfer-Encoding, which is what a payload digest covers.
    ///
    /// `isWhole` is false where chunks are broken or missing, or fewer bytes came than `Content-Length` says; the bytes are those
    /// that came. A header that announces chunks over a body that has none is the work of other archivers, and the body is taken as it is.
    package var entityBody: (bytes: [UInt8], isWhole: Bool) {
        if isChunked, let chunks = Self.joinedChunks(body) { return chunks }
        let length = isChunked ? nil : self["Content-Length"].flatMap { Int($0) }
        return (Array(body), length.map { body.count >= $0 } ?? true)
    }

    /// The body as a browser shows it: the entity-body without its Content-Encoding.
    /// - Throws: a problem for a damaged body, one that grows too much, and `br` or `zstd`.
    package func decodedBody(limits: Gzip.Limits = .record) throws(WARCProblem) -> [UInt8] {
        var content = entityBody.bytes
        let codings = fields(named: "Content-Encoding").flatMap {
            $0.value.lowercased().split(separator: ",")
        }
        .map { $0.filter { !$0.isWhitespace } }
        guard codings.count <= 3 else { throw .unsupported("a body with \(codings.count) encodings") }
        for coding in codings.reversed() {
            switch coding {
            case "identity", "": continue
            case "gzip", "x-gzip":
                // Other archivers unpack the body and leave the header.
                guard content.starts(with: Gzip.magic) else { continue }
                content = try Gzip.inflated(content, limits: limits).content
            case "deflate":
                // Some servers leave out the wrapping that RFC 9110 asks for.
                if let wrapped = try? Gzip.inflated(content, .zlib, limits: limits) {
                    content = wrapped.content
                } else {
                    content = try Gzip.inflated(content, .raw, limits: limits).content
                }
            default: throw .unsupported("a body in the encoding `\(coding)`")
            }
        }
        return content
    }

    private var isChunked: Bool {
        fields(named: "Transfer-Encoding").contains { field in
            field.value.lowercased().split(separator: ",").contains { coding in
                coding.filter { !$0.isWhitespace } == "chunked"
            }
        }
    }

    /// The data of all chunks; nil when the first line is not the head of a chunk.
    private static func joinedChunks(_ body: ArraySlice<UInt8>) -> (bytes: [UInt8], isWhole: Bool)? {
        var joined: [UInt8] = []
        var rest = body
        var isFirst = true
        while let end = rest.prefix(4096).firstIndex(of: 0x0A) {
            guard let size = size(ofChunk: rest[rest.startIndex..<end]) else {
                return isFirst ? nil : (joined, false)
            }
            isFirst = false
            rest = rest[(end + 1)...]
            if size == 0 { return (joined, true) }
            joined += rest.prefix(size)
            guard rest.count >= size else { return (joined, false) }
            rest = rest.dropFirst(size)
            if rest.first == 0x0D { rest = rest.dropFirst() }
            guard rest.first == 0x0A else { return (joined, false) }
            rest = rest.dropFirst()
        }
        return isFirst && !body.isEmpty ? nil : (joined, false)
    }

    /// The number at the head of a chunk, in hexadecimal; extensions behind a semicolon are passed over.
    private static func size(ofChunk line: ArraySlice<UInt8>) -> Int? {
        let digits = line.prefix { $0 != UInt8(ascii: ";") }.filter { $0 > 0x20 }
        let isNumber = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
        guard !digits.isEmpty, digits.count <= 12, isNumber else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
